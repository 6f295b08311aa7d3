package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.paper.LogoPixels;
import fr.syaga.facturation.export.paper.Paper;

/** Writes one paper of each kind into a folder, for a person to look at: {@code pdftoppm -r 60 -png} makes pictures of them. */
public final class PaperPictures {

    /** An invented mark. */
    static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60">
              <rect width="60" height="60" rx="10" fill="#1d4e89"/><circle cx="30" cy="30" r="16" fill="#f7c548"/>
              <path d="M80 45 L105 15 L130 45 Z" fill="#1d4e89"/><rect x="140" y="15" width="90" height="30" fill="#f7c548" opacity="0.6"/>
            </svg>""";

    private PaperPictures() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Paper paper = new Paper();
        for (Map.Entry<String, PaperDocument> each : all().entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".pdf"), paper.print(each.getValue()));
        }
    }

    private static Map<String, PaperDocument> all() throws IOException {
        Logo svg = new Logo(SVG.getBytes(StandardCharsets.UTF_8));
        Map<String, PaperDocument> all = new TreeMap<>();
        all.put("one-line-svg", Papers.with(Papers.paper(1, "FRENCH", "20", 1, false), svg));
        for (int lines : new int[] {12, 22, 24, 26, 28, 40}) {
            all.put("lines-" + lines, Papers.paper(4, "FRENCH", "10", lines, false));
        }
        all.put(
                "scope-png",
                Papers.with(
                        Papers.withText(
                                Papers.paper(2, "FRENCH", "10", 2, false),
                                "Forfait maintenance août 2025\nSupervision des serveurs et des sauvegardes\nAssistance téléphonique"
                                        + " aux heures ouvrées\nMises à jour mensuelles de sécurité, comprises dans le forfait et faites hors des heures de bureau"),
                        png(svg)));
        all.put("long", Papers.withText(Papers.paper(3, "FRENCH", "10", 3, false), "Étude de l’existant\n".repeat(45)));
        all.put("credit-note", Papers.paper(5, "FRENCH", "20", 2, true));
        all.put("foreign", Papers.paper(7, "EU_REVERSE_CHARGE", "0", 2, false));
        all.put("rates", Papers.paper(8, "FRENCH", "20", 6, false));
        all.put(
                "quote",
                Papers.with(
                        Papers.quote(Papers.paper(9, "FRENCH", "20", 2, false), "D20250801", LocalDate.of(2025, 8, 31)),
                        svg));
        all.put(
                "quote-draft",
                Papers.quote(Papers.paper(9, "FRENCH", "20", 2, false), null, LocalDate.of(2025, 8, 31)));
        all.put(
                "letters",
                Papers.withText(
                        Papers.paper(4, "FRENCH", "10", 1, false),
                        "Grec Δίκτυα Αθηνών, cyrillique Обслуживание серверов\nArabe خدمة الصيانة الشهرية 24 ساعة\nHébreu שירות תחזוקה (2025)"
                                + "\nThaï การบำรุงรักษาเครือข่าย\nDevanagari नेटवर्क रखरखाव सेवा\nChinois 网络维护服务, japonais 保守契約ネットワーク, coréen 서버 관리"
                                + "\nImages 🚀 😀 🔧 ☑ → ∑\nSans dessin \uE000 fin"));
        all.put("draft", Papers.draft(Papers.paper(1, "FRENCH", "20", 1, false), "buyer.siren"));
        return all;
    }

    private static Logo png(Logo svg) throws IOException {
        try {
            return new Logo(LogoPixels.of(svg).png());
        } catch (LogoPixels.Undrawable e) {
            throw new IOException(e);
        }
    }
}
