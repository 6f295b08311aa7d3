package fr.syaga.facturation.export.table;

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
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import fr.syaga.facturation.export.document.Bundle;

/**
 * What the streaming library cannot write, added in a second pass: beside each formula of the first sheet the value it stands
 * for, because a reader that does not compute (a preview, a script) would see zero where the control total stands; and a chart
 * on the second.
 */
final class FinishedWorkbook {

    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";
    private static final String SECOND_SHEET = "xl/worksheets/sheet2.xml";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int BUFFER = 8192;

    private final ZipOutputStream to;

    private FinishedWorkbook(ZipOutputStream to) {
        this.to = to;
    }

    /** @param totals values of the formulas in the order in which they stand in the sheet */
    static void write(Path raw, Path file, List<BigDecimal> totals, Optional<MonthChart> chart) throws IOException {
        try (ZipFile from = new ZipFile(raw.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            FinishedWorkbook finished = new FinishedWorkbook(to);
            for (ZipEntry entry : from.stream().toList()) {
                finished.open(entry.getName());
                try (InputStream content = from.getInputStream(entry)) {
                    finished.copy(entry, content, totals, chart);
                }
                to.closeEntry();
            }
            if (chart.isPresent()) {
                finished.add(chart.get().parts());
            }
        }
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Bundle.EPOCH);
        to.putNextEntry(entry);
    }

    private void copy(ZipEntry entry, InputStream content, List<BigDecimal> totals, Optional<MonthChart> chart)
            throws IOException {
        if (entry.getName().equals(FIRST_SHEET)) {
            content.transferTo(new AfterFormulas(to, totals.iterator()));
        } else if (chart.isPresent() && entry.getName().equals(SECOND_SHEET)) {
            copyAndAdd(chart.get().inSheet(), "</worksheet>", content, entry.getSize());
        } else if (chart.isPresent() && entry.getName().equals(CONTENT_TYPES)) {
            copyAndAdd(MonthChart.IN_CONTENT_TYPES, "</Types>", content, entry.getSize());
        } else {
            content.transferTo(to);
        }
    }

    /** The sheet may be long: it is copied as it comes, and only its last tag is looked at. */
    private void copyAndAdd(String more, String end, InputStream content, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = size - end.length(); left > 0; ) {
            int read = content.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
            to.write(buffer, 0, read);
            left -= read;
        }
        String last = new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        if (!last.equals(end)) {
            throw new IOException("The part ends with '%s' and not with '%s'".formatted(last, end));
        }
        to.write((more + end).getBytes(StandardCharsets.UTF_8));
    }

    private void add(Map<String, String> parts) throws IOException {
        for (Map.Entry<String, String> part : parts.entrySet()) {
            open(part.getKey());
            to.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            to.closeEntry();
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
