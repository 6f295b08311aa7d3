package fr.syaga.facturation.export.oxygenexml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import fr.syaga.facturation.export.french.FrenchText;
import fr.syaga.facturation.export.french.FrenchWords;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.oxygene.OxygeneAddress;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygene.OxygeneSettings;
import fr.syaga.facturation.export.oxygene.OxygeneText;
import fr.syaga.facturation.export.paper.FrenchUnit;

/**
 * One sales document in Oxygène's words. Oxygène computes every total anew, so quantity times price must give each line's net
 * amount to the cent with the two decimals that a value has here.
 */
final class OxygenePiece {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String NEW_LINE = "\r\n";
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    private final XMLStreamWriter xml;
    private final OxygeneProfile profile;
    private int lineNumber;
    private int depth;

    OxygenePiece(XMLStreamWriter xml, OxygeneProfile profile) {
        this.xml = xml;
        this.profile = profile;
    }

    void write(Invoice invoice, OxygeneKey key) throws XMLStreamException {
        List<String> title = OxygeneText.pieces(title(invoice, key), profile.textLength());
        start("PIECE");
        header(invoice, key, title.get(0));
        lineNumber = 0;
        if (key.credited() != null) {
            comment("Avoir sur facture " + key.credited());
        }
        for (String more : title.subList(1, title.size())) {
            comment(more);
        }
        for (InvoiceLine line : invoice.lines()) {
            line(invoice, line, key);
        }
        end();
    }

    private void header(Invoice invoice, OxygeneKey key, String title) throws XMLStreamException {
        element("CLIENT_CODE", OxygeneText.plain(invoice.customerCode()));
        element("TYPE", profile.type(invoice.kind()));
        element("WEB_ID", key.key());
        element("DESIG", title);
        element("DATE_CREATION", invoice.issuedOn().format(DAY));
        element("DATE_LIVRAISON", invoice.deliveredOn().format(DAY));
        element("TAUX_REMISE", amount(ZERO));
        element("TAUX_ESCOMPTE", amount(ZERO));
        element("GCPREG_CODE", paymentCode(key));
        element("PORT_HT", amount(ZERO));
        element("FRAIS_HT", amount(ZERO));
        element("ECOTAXE", "0");
        // Without ARRETE, N days are N days net, whatever the customer's terms: the due date is ours, a real date.
        element("NBRE_JOURS", Long.toString(daysToPay(invoice)));
        if (profile.arrete() != null) {
            element("ARRETE", profile.arrete());
        }
        element("DECALAGE", "0");
        element("MONNAIE", invoice.currency() == null ? "EUR" : invoice.currency());
        element("VALID", profile.valid());
        if (key.address() != null) {
            address(key.address());
        }
    }

    private void address(OxygeneAddress address) throws XMLStreamException {
        start("adresse");
        element("STYPE", "facturation");
        present("NOM", address.name());
        present("ADRESSE", address.line1());
        present("ADRESSE2", address.line2());
        present("CP", address.postalCode());
        present("VILLE", address.city());
        present("PAYS", address.country());
        present("EMAIL", address.email());
        end();
    }

    private void present(String name, String value) throws XMLStreamException {
        if (value != null) {
            element(name, OxygeneText.plain(value));
        }
    }

    private String paymentCode(OxygeneKey key) {
        String code = key.paymentCode() != null ? key.paymentCode() : profile.paymentCode();
        return code == null ? "" : OxygeneText.plain(code);
    }

    private static String title(Invoice invoice, OxygeneKey key) {
        if (key.credited() != null) {
            return "Avoir sur facture " + key.credited();
        }
        return invoice.subject() != null ? invoice.subject() : FrenchWords.type(invoice);
    }

    private static long daysToPay(Invoice invoice) {
        return invoice.dueOn() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(invoice.issuedOn(), invoice.dueOn()));
    }

    private void line(Invoice invoice, InvoiceLine line, OxygeneKey key) throws XMLStreamException {
        List<String> texts = OxygeneText.pieces(line.description(), profile.textLength());
        boolean exact = isExact(line);
        startLine();
        element("ARTICLE_WEB_CODE", article(invoice, line, key));
        element("DESIG", texts.get(0));
        element("QTE", amount(signed(invoice, line, exact ? line.quantity() : BigDecimal.ONE)));
        element("PUHT", amount(exact ? line.unitPrice() : line.netAmount().abs()));
        element("TAUX_REMISE", amount(ZERO));
        element("GCPTVA_CODE", profile.vatCode(line.vatRate()).orElseThrow());
        end();
        for (String more : texts.subList(1, texts.size())) {
            comment(more);
        }
        if (!exact) {
            comment("%s x %s"
                    .formatted(FrenchUnit.quantity(line.quantity(), line.unit()), FrenchText.price(line.unitPrice())));
        }
    }

    private String article(Invoice invoice, InvoiceLine line, OxygeneKey key) {
        if (line.articleCode() != null) {
            return OxygeneText.plain(line.articleCode());
        }
        return OxygeneText.plain(profile.article(invoice.origin(), key.articleCode()));
    }

    private static boolean isExact(InvoiceLine line) {
        return line.quantity().stripTrailingZeros().scale() <= 2
                && line.unitPrice().stripTrailingZeros().scale() <= 2
                && line.unitPrice().signum() >= 0
                && line.quantity()
                                .multiply(line.unitPrice())
                                .setScale(2, RoundingMode.HALF_UP)
                                .abs()
                                .compareTo(line.netAmount().abs())
                        == 0;
    }

    /**
     * The quantity with the line's own direction, for prices are never negative here. A credit note takes back, whichever sign its
     * lines have beside its total; how Oxygène wants that told is the profile's.
     */
    private BigDecimal signed(Invoice invoice, InvoiceLine line, BigDecimal size) {
        boolean negative = invoice.goesAgainst(line) ^ (invoice.isCreditNote() && !profile.creditNotesArePositive());
        return negative ? size.abs().negate() : size.abs();
    }

    private void comment(String text) throws XMLStreamException {
        for (String piece : OxygeneText.pieces(text, profile.textLength())) {
            startLine();
            element("DESIG", piece);
            end();
        }
    }

    private void startLine() throws XMLStreamException {
        start("LIGNE");
        element("NUMERO", Integer.toString(++lineNumber));
    }

    /** Two decimals without a thousands separator; a third decimal cannot occur here. */
    private String amount(BigDecimal value) {
        String plain = value.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        return profile.decimalSign() == OxygeneSettings.DecimalSign.COMMA ? plain.replace('.', ',') : plain;
    }

    private void start(String name) throws XMLStreamException {
        depth++;
        xml.writeCharacters(NEW_LINE + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters(NEW_LINE + "  ".repeat(depth));
        xml.writeEndElement();
        depth--;
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeCharacters(NEW_LINE + "  ".repeat(depth + 1));
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
