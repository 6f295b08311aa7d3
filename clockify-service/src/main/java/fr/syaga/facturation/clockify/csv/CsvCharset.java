package fr.syaga.facturation.clockify.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.syaga.facturation.edge.Rejection;

/**
 * With which letters somebody saved a file: what begins or alternates like UTF-16 is that, and nothing else. It is not edge's
 * UploadedText, which refuses a file for one NUL and takes every byte for a letter: here a NUL is left out of its text, as out of
 * the API's, and bytes that no French Excel writes are no text.
 */
final class CsvCharset {

    private static final int LOOKED_AT = 512;
    private static final double MOSTLY = 0.6;
    private static final int BYTE = 0xFF;
    private static final int BOM_HIGH = 0xFE;
    private static final int BOM_LOW = 0xFF;
    /** UTF-8 as Clockify writes it; what is not UTF-8 was saved by a French Excel. */
    private static final List<Charset> USUAL = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

    private CsvCharset() {}

    static Charset of(Path file) {
        byte[] start = start(file);
        if (zeros(start, 0) + zeros(start, 1) > start.length * MOSTLY) {
            throw refused("The file is UTF-32 text or no text at all; save it as CSV in UTF-8.");
        }
        if (isUtf16(start)) {
            Charset wide = wide(start);
            if (decodes(file, wide)) {
                return wide;
            }
            throw refused("The file is UTF-16 text that is cut off or damaged; save it as CSV in UTF-8.");
        }
        return USUAL.stream()
                .filter(candidate -> decodes(file, candidate))
                .findFirst()
                .orElseThrow(() -> refused("This is no text; export the report as CSV."));
    }

    private static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its mark, or because every second byte of what is mostly Latin text is zero. */
    private static boolean isUtf16(byte[] start) {
        return hasMark(start) || zeros(start, 0) > start.length / 4 || zeros(start, 1) > start.length / 4;
    }

    private static boolean hasMark(byte[] start) {
        return start.length > 1
                && (at(start, 0) == BOM_HIGH && at(start, 1) == BOM_LOW
                        || at(start, 0) == BOM_LOW && at(start, 1) == BOM_HIGH);
    }

    /** A charset with a fixed byte order keeps the mark; CsvFile takes it away. */
    private static Charset wide(byte[] start) {
        boolean bigEndian = hasMark(start) ? at(start, 0) == BOM_HIGH : zeros(start, 0) > zeros(start, 1);
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static int at(byte[] bytes, int place) {
        return bytes[place] & BYTE;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean decodes(Path file, Charset candidate) {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), candidate.newDecoder())) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rejection refused(String sentence) {
        return Rejection.unusableFile("not-a-time-export", sentence);
    }
}
