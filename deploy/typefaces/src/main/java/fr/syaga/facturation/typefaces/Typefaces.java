package fr.syaga.facturation.typefaces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import fr.syaga.facturation.edge.PlainText;

/**
 * The fonts of a page: its own, and behind it one of each script of the world. What none of them can draw is a visible box, so that
 * a reader sees that a letter is missing, and a page is never refused for one.
 */
public final class Typefaces {

    /** Drawn for a letter that no font has; the page's own font has it. */
    public static final String BOX = "\u25A1";

    /** In this order: the first that has a letter draws it. */
    private static final List<String> BEHIND = List.of(
            "NotoSans",
            "NotoSansHebrew",
            "NotoSansArabic",
            "NotoSansThai",
            "NotoSansDevanagari",
            "NotoSansBengali",
            "NotoSansGurmukhi",
            "NotoSansGujarati",
            "NotoSansTamil",
            "NotoSansTelugu",
            "NotoSansKannada",
            "NotoSansMalayalam",
            "NotoSansSinhala",
            "NotoSansLao",
            "NotoSansKhmer",
            "NotoSansMyanmar",
            "NotoSansArmenian",
            "NotoSansGeorgian",
            "NotoSansEthiopic",
            "NotoSansSymbols2",
            "NotoSansSymbols",
            "NotoSansMath",
            "NotoEmoji",
            "WenQuanYiMicroHei");

    /** Between a tag of the page and the text behind it. */
    private static final Pattern AFTER_TAG = Pattern.compile("(?<=>)");

    private static final int ASCII = 0x7F;
    private static final int LAST_CODE_POINT = 0x1FFFF;

    private static final int NORMAL = 400;

    private final BitSet own;
    private final String name;

    /**
     * @param name what the page's stylesheet calls its own font, with its quotes if it has any
     * @param ownFont the bytes of that font, TrueType
     */
    public Typefaces(String name, byte[] ownFont) {
        this.name = name;
        this.own = letters(ownFont);
    }

    /** A font by the name that a stylesheet calls it. */
    private record Typeface(String name, byte[] bytes, BitSet letters) {}

    /** Read when the first page asks for them: most pages are French and never do. */
    private static final class Behind {

        private static final List<Typeface> ALL = BEHIND.stream()
                .map(name -> {
                    byte[] bytes = resource("/typefaces/%s-Regular.ttf".formatted(name));
                    return new Typeface(name, bytes, letters(bytes));
                })
                .toList();
    }

    /**
     * A page that is ready to be printed: in letters that there are, and with the fonts that it needs beyond its own, which are given
     * to the printer together with the reading order of its scripts.
     */
    public String prepare(String html, PdfRendererBuilder printer) {
        String page = drawable(html);
        List<Typeface> behind = behind(page);
        for (Typeface each : behind) {
            printer.useFont(() -> new ByteArrayInputStream(each.bytes()), each.name(), NORMAL, FontStyle.NORMAL, true);
        }
        if (RightToLeft.isIn(page)) {
            printer.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
            printer.useUnicodeBidiReorderer(new RightToLeft());
            printer.defaultTextDirection(TextDirection.LTR);
        }
        String families =
                behind.stream().map(each -> ", '%s'".formatted(each.name())).collect(Collectors.joining("", name, ""));
        // The stylesheet stands first, and alone names the font.
        int end = page.indexOf("</style>");
        return page.substring(0, end).replace(name, families) + page.substring(end);
    }

    /**
     * The text in letters that the fonts have. Accents join their letter where the alphabet has it so; marks that steer the
     * direction of a text are left out, for they are invisible and could make a line read otherwise than it is.
     */
    String drawable(String text) {
        if (text.chars().allMatch(each -> each >= ' ' && each < ASCII)) {
            return text;
        }
        StringBuilder drawable = new StringBuilder(text.length());
        int before = 0;
        for (int each : composed(PlainText.clean(text)).codePoints().toArray()) {
            drawable.append(drawable(each, before));
            before = each;
        }
        return drawable.toString();
    }

    /** Normal form C of each text of a page; a mark that begins a text never joins the tag before it, as U+0338 and &gt; would. */
    private static String composed(String page) {
        return AFTER_TAG
                .splitAsStream(page)
                .map(piece -> Normalizer.normalize(piece, Normalizer.Form.NFC))
                .collect(Collectors.joining());
    }

    private String drawable(int each, int before) {
        if (each <= ASCII || own.get(each) && !isSteering(each)) {
            return Character.toString(each);
        }
        if (isInvisible(each)) {
            // A joiner or a variant belongs to the letter before it, and is only drawn in that letter's font.
            boolean belongs = Character.getType(before) != Character.FORMAT
                    && fontOf(before).filter(font -> font.letters().get(each)).isPresent();
            return belongs && !isSteering(each) ? Character.toString(each) : "";
        }
        if (Character.isSpaceChar(each)) {
            return " ";
        }
        return fontOf(each).isPresent() ? Character.toString(each) : BOX;
    }

    /** The fonts that this text needs behind the page's own. */
    private List<Typeface> behind(String text) {
        Set<Typeface> needed = new LinkedHashSet<>();
        text.codePoints()
                .filter(each -> each > ASCII && !own.get(each))
                .distinct()
                .forEach(each -> fontOf(each).ifPresent(needed::add));
        return BEHIND.stream()
                .flatMap(name -> needed.stream().filter(font -> font.name().equals(name)))
                .toList();
    }

    private Optional<Typeface> fontOf(int each) {
        return each <= ASCII || own.get(each)
                ? Optional.empty()
                : Behind.ALL.stream().filter(font -> font.letters().get(each)).findFirst();
    }

    private static boolean isInvisible(int each) {
        return Character.getType(each) == Character.FORMAT
                || each >= 0xFE00 && each <= 0xFE0F
                || each >= 0xE0100 && each <= 0xE01EF
                || each == 0x034F
                || each == 0x115F
                || each == 0x1160
                || each == 0x3164
                || each == 0xFFA0;
    }

    /** U+200C and U+200D join letters, U+00AD is a hyphen at the end of a line; the other marks of format steer. */
    private static boolean isSteering(int each) {
        return Character.getType(each) == Character.FORMAT && each != 0x200C && each != 0x200D && each != 0xAD;
    }

    private static BitSet letters(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            CmapLookup glyphs = parsed.getUnicodeCmapLookup();
            BitSet letters = new BitSet(LAST_CODE_POINT);
            for (int each = ' '; each <= LAST_CODE_POINT; each++) {
                if (glyphs.getGlyphId(each) != 0) {
                    letters.set(each);
                }
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Typefaces.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
