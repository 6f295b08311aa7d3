package fr.syaga.facturation.typefaces;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A font without its ligatures. To look for them in each word costs the printer more than all else on a page, and Latin, Greek and
 * Cyrillic are read as well without. Devanagari or Bengali are not: their fonts keep theirs.
 */
public final class Ligatures {

    /** The table of substitutions, "GSUB". */
    private static final int SUBSTITUTIONS = 0x47535542;

    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int WORD = 4;

    private Ligatures() {}

    /** A table as the directory at the head of the file lists it. */
    private record Table(int tag, int checksum, int offset, int length) {

        int padded() {
            return (length + WORD - 1) / WORD * WORD;
        }
    }

    /**
     * The same letters, widths and kerning, without the table of substitutions.
     *
     * @param font the bytes of a TrueType file; they are not changed
     */
    public static byte[] leftOut(byte[] font) {
        ByteBuffer file = ByteBuffer.wrap(font);
        List<Table> kept = tables(file);
        int offset = HEADER + ENTRY * kept.size();
        ByteBuffer plain = ByteBuffer.allocate(
                offset + kept.stream().mapToInt(Table::padded).sum());
        plain.putInt(file.getInt(0)).putShort((short) kept.size());
        int searched = Integer.highestOneBit(kept.size());
        plain.putShort((short) (searched * ENTRY))
                .putShort((short) Integer.numberOfTrailingZeros(searched))
                .putShort((short) ((kept.size() - searched) * ENTRY));
        for (Table each : kept) {
            plain.putInt(each.tag()).putInt(each.checksum()).putInt(offset).putInt(each.length());
            plain.put(offset, font, each.offset(), each.length());
            offset += each.padded();
        }
        return plain.array();
    }

    private static List<Table> tables(ByteBuffer file) {
        List<Table> tables = new ArrayList<>();
        int count = Short.toUnsignedInt(file.getShort(WORD));
        for (int i = 0; i < count; i++) {
            file.position(HEADER + ENTRY * i);
            Table table = new Table(file.getInt(), file.getInt(), file.getInt(), file.getInt());
            if (table.tag() != SUBSTITUTIONS) {
                tables.add(table);
            }
        }
        return tables;
    }
}
