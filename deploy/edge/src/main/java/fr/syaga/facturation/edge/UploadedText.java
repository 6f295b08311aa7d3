package fr.syaga.facturation.edge;

import java.io.BufferedReader;
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
import java.util.function.Function;

/**
 * The text of an uploaded file in whatever letters somebody saved it: UTF-8, what a French Windows writes, or UTF-16 with or without
 * a byte order mark. It is looked at piece by piece, never held as a whole. A workbook, a PDF or other bytes that are no text are
 * refused by the caller's own problem.
 */
public final class UploadedText {

    private static final int LOOKED_AT = 512;
    private static final double MOSTLY = 0.6;
    private static final int BYTE = 0xFF;
    private static final int MARK_HIGH = 0xFE;
    private static final int MARK_LOW = 0xFF;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Tried in this order. Windows-1252 leaves five bytes free; ISO-8859-1 has a letter for every byte. */
    private static final List<Charset> ONE_BYTE =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    private final Path file;
    private final Charset charset;

    private UploadedText(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /**
     * Finds the charset by reading the file once.
     *
     * @param refusal makes the caller's problem of a sentence that says why this is no text
     */
    public static UploadedText of(Path file, Function<String, Rejection> refusal) {
        try {
            byte[] start = start(file);
            if (startsWith(start, "PK") || startsWith(start, "%PDF")) {
                throw refusal.apply("The file is no text but an Excel or PDF file; save it as CSV.");
            }
            if (zeros(start, 0) + zeros(start, 1) > start.length * MOSTLY) {
                throw refusal.apply("The file is UTF-32 text or no text at all; save it as CSV in UTF-8.");
            }
            if (isUtf16(start)) {
                Charset wide = wide(start);
                if (!decodes(file, wide)) {
                    throw refusal.apply("The file is UTF-16 text that is cut off or damaged; save it as CSV in UTF-8.");
                }
                return new UploadedText(file, wide);
            }
            if (holdsNul(file)) {
                throw refusal.apply("The file is no text: it holds NUL bytes. Save it as CSV in UTF-8.");
            }
            for (Charset each : ONE_BYTE) {
                if (decodes(file, each)) {
                    return new UploadedText(file, each);
                }
            }
            throw new IllegalStateException("ISO-8859-1 decodes everything");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Charset charset() {
        return charset;
    }

    /** The text from its beginning, without a byte order mark. */
    public BufferedReader reader() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        }
    }

    private static boolean startsWith(byte[] start, String sign) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith(sign);
    }

    /** By its mark, or because every second byte of what is mostly Latin text is zero. */
    private static boolean isUtf16(byte[] start) {
        return hasMark(start) || zeros(start, 0) > start.length / 4 || zeros(start, 1) > start.length / 4;
    }

    private static boolean hasMark(byte[] start) {
        return start.length > 1
                && (at(start, 0) == MARK_HIGH && at(start, 1) == MARK_LOW
                        || at(start, 0) == MARK_LOW && at(start, 1) == MARK_HIGH);
    }

    private static Charset wide(byte[] start) {
        boolean bigEndian = hasMark(start) ? at(start, 0) == MARK_HIGH : zeros(start, 0) > zeros(start, 1);
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

    private static boolean holdsNul(Path file) throws IOException {
        byte[] piece = new byte[1 << 13];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    if (piece[i] == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean decodes(Path file, Charset candidate) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), candidate.newDecoder())) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
