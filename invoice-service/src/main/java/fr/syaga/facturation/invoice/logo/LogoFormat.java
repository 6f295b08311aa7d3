package fr.syaga.facturation.invoice.logo;

import java.nio.ByteBuffer;
import java.util.Arrays;

import jakarta.ws.rs.core.Response.Status;

import fr.syaga.facturation.edge.Rejection;

/** The two kinds of picture that a logo may be, and how each is known to be one that can be printed and harms nobody. */
enum LogoFormat {
    PNG("image/png") {
        @Override
        void check(byte[] bytes) {
            checkPng(bytes);
        }
    },
    SVG("image/svg+xml") {
        @Override
        void check(byte[] bytes) {
            SafeSvg.check(bytes);
        }
    };

    static final int MAX_BYTES = 1024 * 1024;

    private static final int LONGEST_SIDE = 5000;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    private static final int HEADER = 33;

    private final String mediaType;

    LogoFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @throws Rejection 422 when it is no such picture, or one with scripts or links to elsewhere */
    abstract void check(byte[] bytes);

    /** @throws Rejection 413 or 422 */
    void accept(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Rejection.of(
                    Status.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The logo is larger than 1 MB. Save it smaller: on paper it is a few centimetres wide.");
        }
        check(bytes);
    }

    /** The header tells the size before anything is unpacked: a small file may be a picture of gigabytes. */
    private static void checkPng(byte[] bytes) {
        boolean whole = bytes.length >= HEADER + END.length
                && Arrays.equals(SIGNATURE, 0, SIGNATURE.length, bytes, 0, SIGNATURE.length)
                && bytes[12] == 'I'
                && bytes[13] == 'H'
                && bytes[14] == 'D'
                && bytes[15] == 'R'
                && Arrays.equals(END, 0, END.length, bytes, bytes.length - END.length, bytes.length);
        if (!whole) {
            throw Rejection.unusableFile(
                    "not-a-png", "The file is no whole PNG picture. Save the logo as PNG or SVG again.");
        }
        int width = ByteBuffer.wrap(bytes).getInt(16);
        int height = ByteBuffer.wrap(bytes).getInt(20);
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw Rejection.unusableFile(
                    "not-a-png",
                    "The picture is %d by %d pixels; a logo has at most %d on a side."
                            .formatted(width, height, LONGEST_SIDE));
        }
    }
}
