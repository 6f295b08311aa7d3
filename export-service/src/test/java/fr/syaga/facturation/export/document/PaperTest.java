package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.paper.FrenchUnit;
import fr.syaga.facturation.export.paper.Paper;

import static org.assertj.core.api.Assertions.assertThat;

/** The printed page, read back as text. */
class PaperTest {

    /** Where the page's own foot begins, in points from the top of an A4. */
    private static final float FOOT = 842 - 24 * 72 / 25.4f;

    private final Paper paper = new Paper();

    @Test
    void everyMandatoryMentionIsOnPaper() throws IOException {
        String text = text(Papers.paper(4, "FRENCH", "20", 2, false));

        assertThat(text)
                .contains("FACTURE N° F202609004", "Réseaux du Rhône", "3 quai des Brumes", "Ateliers Noël & Fils 4")
                .contains("SIREN 356000000", "TVA FR39356000000", "BC-2026/017", "01/09/2026", "CLI4")
                .contains("Paiement par virement au 01/10/2026", "IBAN FR76 3000 6000 0112 3456 7890 189")
                .contains("prestations de services", "pénalités", "40 €", "escompte")
                .contains("SAS au capital de 10 000 €", "RCS Lyon 732829320", "TVA FR44732829320")
                .contains("Total HT", "Taux de TVA", "Total TVA", "Total TTC", "Acompte", "NET À PAYER");
    }

    @Test
    void theNumberIsOnEveryPageOfALongInvoice() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.paper(51, "FRENCH", "10", 300, false)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).contains("FACTURE N° F202609051 – page %d / %d".formatted(page, pages));
            }
            assertThat(text(pdf, 2)).contains("Désignation");
        }
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndItsDate() throws IOException {
        String text = text(Papers.paper(5, "FRENCH", "20", 1, true));

        assertThat(text).contains("AVOIR N° A202609005", "F202607012 du 31/07/2026", "NET À DÉDUIRE");
        assertThat(text).doesNotContain("IBAN", "-577");
    }

    @Test
    void severalRatesStandEachWithItsBaseAndVat() throws IOException {
        String text = text(Papers.paper(2, "FRENCH", "20", 3, false));

        assertThat(text).contains("Base HT", "687,50 € 5,5 % 37,81 €", "5,5 % / 20 %");
    }

    @Test
    void aDraftIsMarkedAsOneAndSaysWhatIsMissing() throws IOException {
        PaperDocument draft = Papers.draft(Papers.paper(1, "FRENCH", "20", 1, false), "buyer.siren");

        String text = text(draft);

        assertThat(text).contains("FACTURE N° (à attribuer)", "APERÇU", "SANS VALEUR", "le SIREN du client");
        assertThat(text(Papers.paper(1, "FRENCH", "20", 1, false))).doesNotContain("APERÇU");
    }

    /** Contents that end anywhere on the page: the column lines reach its foot, and the foot is never alone without them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 40, 60})
    void theRuledTableReachesTheFootOfTheLastPage(int lines) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.paper(4, "FRENCH", "10", lines, false)))) {
            int last = pdf.getNumberOfPages();
            Map<String, Float> heights = Heights.of(pdf.getPage(last - 1), pdf);

            assertThat(text(pdf, last)).contains("Désignation", "NET À PAYER");
            assertThat(text(pdf, last).indexOf("Désignation"))
                    .isLessThan(text(pdf, last).indexOf("NET À PAYER"));
            // Whatever stands above it, the last mention ends just above the foot of the page.
            assertThat(heights.get("escompte")).isBetween(FOOT - 25, FOOT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HUR,25,'25,00 h'",
        "h,3.5,'3,50 h'",
        "DAY,2.5,'2,50 j'",
        "C62,1,1 forfait",
        "C62,3,3",
        "FIXED,1,1 forfait",
        "H87,3,3",
        "licence,2,2 licence",
        ",4,4"
    })
    void aUnitIsAFrenchWordAndATimeShowsItsHundredths(String unit, BigDecimal quantity, String printed) {
        assertThat(FrenchUnit.quantity(quantity, unit).replace('\u00A0', ' ')).isEqualTo(printed);
    }

    @Test
    void unitsAreNeverCodesOfAStandard() throws IOException {
        String text = text(Papers.paper(2, "FRENCH", "20", 1, false));

        assertThat(text).contains("6,25 h").doesNotContain("HUR");
    }

    @Test
    void theScopeOfALineStandsBelowItInTheSameCell() throws IOException {
        String text = text(Papers.withText(
                Papers.paper(2, "FRENCH", "20", 1, false), "Forfait août 2025\nSupervision\n- sauvegardes"));

        assertThat(text)
                .contains("6,25 h")
                .containsSubsequence("Forfait août 2025", "Supervision", "- sauvegardes", "Total HT");
    }

    @Test
    void aLineWithoutAnArticleBearsTheOneUnderWhichOxygeneGetsIt() throws IOException {
        PaperDocument like = Papers.paper(1, "FRENCH", "20", 1, false);
        PaperFacts facts =
                new PaperFacts(like.facts().invoiceId(), like.facts().legal(), null, List.of(), "PREST-ING-H");

        assertThat(text(like)).doesNotContain("PREST-ING-H");
        assertThat(text(new PaperDocument(like.invoice(), facts, null))).contains("PREST-ING-H");
    }

    @Test
    void aCustomerAbroadReadsBothCountriesInFrench() throws IOException {
        assertThat(text(Papers.paper(7, "EU_REVERSE_CHARGE", "0", 1, false))).contains("Belgique", "France");
        assertThat(text(Papers.paper(7, "FRENCH", "20", 1, false))).doesNotContain("France");
    }

    @Test
    void aQuoteIsADevisWithItsValidityAndWithoutTheMentionsOfAnInvoice() throws IOException {
        PaperDocument quote =
                Papers.quote(Papers.paper(1, "FRENCH", "20", 1, false), "D20250801", LocalDate.of(2025, 8, 31));

        assertThat(text(quote))
                .contains("DEVIS N° D20250801", "Valable jusqu'au", "31/08/2025", "Bon pour accord", "Total TTC")
                .contains("prestations de services")
                .doesNotContain(
                        "FACTURE", "Paiement", "IBAN", "pénalités", "40 €", "escompte", "Acompte", "NET À PAYER");
        PaperDocument draft = Papers.quote(Papers.paper(1, "FRENCH", "20", 1, false), null, LocalDate.of(2025, 8, 31));
        assertThat(text(draft)).contains("DEVIS N° (à attribuer)", "APERÇU");
    }

    @Test
    void fontsAreInside() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.paper(1, "FRENCH", "20", 1, false)))) {
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    private String text(PaperDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(document))) {
            return new PDFTextStripper().getText(pdf).replace('\u00A0', ' ');
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
