package fr.syaga.facturation.export.document;

/** The printers as the service has them, for tests of other packages. */
public final class Printers {

    private Printers() {}

    public static Paper paper() {
        return new Paper();
    }

    public static FacturX facturX() {
        return new FacturX(new Paper(), () -> "VATEX-EU-132");
    }
}
