package fr.syaga.facturation.typefaces;

import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Hebrew and Arabic as they are read: from right to left, figures within from left to right, and Arabic letters joined. */
final class RightToLeft implements BidiReorderer {

    private static final int JOINED = ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK;
    private static final int SINGLE = ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.LENGTH_GROW_SHRINK;

    /** True for a text that holds a letter or a figure of such a script. */
    static boolean isIn(String text) {
        return java.text.Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi line = new Bidi();
        line.setPara(text, Bidi.RTL, null);
        return line.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }

    @Override
    public String shapeText(String text) {
        return shaped(text, JOINED);
    }

    @Override
    public String deshapeText(String text) {
        return shaped(text, SINGLE);
    }

    private static String shaped(String text, int options) {
        try {
            return new ArabicShaping(options).shape(text);
        } catch (ArabicShapingException e) {
            // It needs room that a growing text has; unjoined letters can still be read.
            return text;
        }
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /**
     * Cuts a paragraph, which runs from left to right as the page does, into what runs otherwise and what does not. Figures within
     * a text from right to left stay in its piece: pieces are set side by side as they are written, and the order within one is
     * found once its line is known.
     */
    static final class Splitter implements BidiSplitter {

        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String text, byte direction) {
            Bidi paragraph = new Bidi();
            paragraph.setPara(text, Bidi.LTR, null);
            runs.clear();
            int start = 0;
            for (int end = 1; end <= text.length(); end++) {
                if (end == text.length() || isTurned(paragraph, end) != isTurned(paragraph, start)) {
                    runs.add(new BidiTextRun(start, end - start, isTurned(paragraph, start) ? RTL : LTR));
                    start = end;
                }
            }
        }

        private static boolean isTurned(Bidi paragraph, int index) {
            return paragraph.getLevelAt(index) > 0;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String text) {
            return LTR;
        }
    }
}
