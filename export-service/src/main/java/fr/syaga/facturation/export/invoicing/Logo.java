package fr.syaga.facturation.export.invoicing;

/** The issuer's picture as it was uploaded: PNG or SVG. */
public record Logo(byte[] bytes) {

    /** The signature of PNG (RFC 2083, 3.1); whatever else the issuer has is SVG. */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    public boolean isPng() {
        for (int i = 0; i < PNG.length; i++) {
            if (bytes.length <= i || bytes[i] != PNG[i]) {
                return false;
            }
        }
        return true;
    }
}
