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
import java.util.function.Function;

/**
 * The text of an uploaded file in whatever letters somebody saved it: UTF-8, what a French Windows writes, or UTF-16 with or without
 * a byte order mark. It is looked at piece by piece, never held as a whole. A workbook, a PDF and wide text that cannot be read are
 * refused by the caller's own problem; a NUL amid a text is a letter like any other, for the caller to take out or refuse.
 */
public final class UploadedText {

    private static final int LOOKED_AT = 512;
    private static final double MOSTLY = 0.6;
    private static final int BYTE = 0xFF;
    private static final int MARK_HIGH = 0xFE;
    private static final int MARK_LOW = 0xFF;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a French Windows writes; the five bytes that it leaves free are read as U+FFFD. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

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
            return new UploadedText(file, decodes(file, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : WINDOWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static boolean decodes(Path file, Charset candidate) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), candidate.newDecoder())) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
