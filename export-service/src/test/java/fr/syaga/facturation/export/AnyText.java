package fr.syaga.facturation.export;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.NeighbourText;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/** Documents whose free texts may hold anything that somebody once stored, read as invoice-service's answers are read. */
public final class AnyText {

    private static final ObjectMapper STORED = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final ObjectMapper READ = NeighbourText.cleaned(STORED);

    private AnyText() {}

    /** Any code points, halves of pairs too, among what programs stumble over. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> any =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        Arbitrary<String> halves = Arbitraries.integers()
                .between(Character.MIN_SURROGATE, Character.MAX_SURROGATE)
                .map(half -> String.valueOf((char) half.intValue()));
        Arbitrary<String> hard = Arbitraries.of(
                "\u0000",
                "\u0001",
                "\u000B",
                "\u001F",
                "\u007F",
                "\u0085",
                "\u009F",
                "\uFDD0",
                "\uFFFE",
                "\uFFFF",
                "\u2028",
                "\u202Edroite\u202C",
                "\u2066x\u2069",
                "\u200F",
                "\u200B",
                "e\u0301\u0302",
                "\u0338",
                "\uE000",
                "]]>",
                "<b>&amp;</b>",
                "=1+1",
                "\"; \"",
                "\r\n.\r\n",
                "\t",
                " ",
                "-->",
                "{page}",
                "%s\\n",
                "שלום (12) ab",
                "العربية ١٢",
                "नेटवर्क",
                "网络维护",
                "서버",
                "ไทย",
                "🚀",
                "👨\u200D👩\u200D👧\uFE0F",
                "🇫🇷",
                "𠀀",
                "Œuvre d’été n° 3 à 5 €",
                "x".repeat(200),
                "mot ".repeat(60));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, hard),
                        net.jqwik.api.Tuple.of(2, any),
                        net.jqwik.api.Tuple.of(1, halves),
                        net.jqwik.api.Tuple.of(
                                2, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
    }

    /** The same document with this text in every field that somebody writes freely. */
    public static PaperDocument in(PaperDocument like, String text) {
        UnaryOperator<String> word = kept -> kept + text;
        Invoice i = like.invoice();
        List<InvoiceLine> lines = i.lines().stream()
                .map(line -> new InvoiceLine(
                        line.position(),
                        line.articleCode(),
                        text,
                        line.quantity(),
                        line.unit() == null ? null : text,
                        line.unitPrice(),
                        line.vatCategory(),
                        line.vatRate(),
                        line.netAmount()))
                .toList();
        Invoice invoice = read(
                new Invoice(
                        i.id(),
                        i.kind(),
                        i.status(),
                        i.origin(),
                        text,
                        i.number(),
                        i.customerCode(),
                        text,
                        i.issuedOn(),
                        i.dueOn(),
                        i.periodFrom(),
                        i.periodTo(),
                        text,
                        text,
                        lines,
                        i.netAmount(),
                        i.vatAmount(),
                        i.grossAmount(),
                        i.vatBreakdown(),
                        i.currency(),
                        i.creditOf(),
                        i.validUntil(),
                        null),
                Invoice.class);
        LegalFacts legal = like.facts().legal();
        LegalFacts.Seller s = legal.seller();
        LegalFacts.Buyer b = legal.buyer();
        LegalFacts.Address address = new LegalFacts.Address("BILLING", text, text, text, text, "FR");
        LegalFacts facts = read(
                new LegalFacts(
                        new LegalFacts.Seller(
                                word.apply(s.name()),
                                text,
                                text,
                                s.siren(),
                                s.siret(),
                                s.vatNumber(),
                                text,
                                address,
                                text,
                                s.email(),
                                s.electronicAddress(),
                                s.iban(),
                                s.bic()),
                        new LegalFacts.Buyer(
                                b.code(),
                                text,
                                b.siren(),
                                b.siret(),
                                b.vatNumber(),
                                b.vatRegime(),
                                List.of(address, new LegalFacts.Address("DELIVERY", text, null, text, text, text)),
                                b.electronicAddress(),
                                b.kind()),
                        text,
                        legal.dueOn(),
                        legal.mentions().stream()
                                .map(mention -> new LegalFacts.Mention(mention.code(), word.apply(mention.text())))
                                .toList(),
                        null,
                        legal.missing()),
                LegalFacts.class);
        return new PaperDocument(
                invoice,
                new PaperFacts(
                        invoice.id(),
                        facts,
                        like.facts().credited(),
                        like.facts().emails(),
                        null),
                null);
    }

    private static <T> T read(T stored, Class<T> type) {
        try {
            return READ.readValue(STORED.writeValueAsString(stored), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
