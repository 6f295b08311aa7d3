package fr.syaga.facturation.export.document;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.export.Papers;

import static org.assertj.core.api.Assertions.assertThat;

/** The printed page, read back as text. */
class PaperTest {

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

        assertThat(text).contains("FACTURE N° (à attribuer)", "APERÇU", "SANS VALEUR", "buyer.siren");
        assertThat(text(Papers.paper(1, "FRENCH", "20", 1, false))).doesNotContain("APERÇU");
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
