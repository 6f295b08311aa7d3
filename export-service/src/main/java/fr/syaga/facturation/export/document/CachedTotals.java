package fr.syaga.facturation.export.document;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts beside each formula of the first sheet the value it stands for. The library writes a formula without one, and a reader
 * that does not compute (a preview, a script) would see zero where the control total stands.
 */
final class CachedTotals {

    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";

    private CachedTotals() {}

    /** @param values of the formulas in the order in which they stand in the sheet */
    static void copy(Path raw, Path file, List<BigDecimal> values) throws IOException {
        try (ZipFile from = new ZipFile(raw.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry : from.stream().toList()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(Bundle.EPOCH);
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(FIRST_SHEET)) {
                        AfterFormulas sheet = new AfterFormulas(to, values.iterator());
                        content.transferTo(sheet);
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
    }

    /** Copies XML and writes the next value after each closed formula; no text can hold that mark, as text is escaped. */
    private static final class AfterFormulas extends FilterOutputStream {

        private static final byte[] MARK = "</f>".getBytes(StandardCharsets.US_ASCII);

        private final Iterator<BigDecimal> values;
        private int matched;

        AfterFormulas(OutputStream out, Iterator<BigDecimal> values) {
            super(out);
            this.values = values;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int written = offset;
            for (int i = offset; i < offset + length; i++) {
                matched = bytes[i] == MARK[matched] ? matched + 1 : bytes[i] == MARK[0] ? 1 : 0;
                if (matched == MARK.length) {
                    matched = 0;
                    out.write(bytes, written, i + 1 - written);
                    written = i + 1;
                    out.write(
                            "<v>%s</v>".formatted(values.next().toPlainString()).getBytes(StandardCharsets.US_ASCII));
                }
            }
            out.write(bytes, written, offset + length - written);
        }
    }
}
