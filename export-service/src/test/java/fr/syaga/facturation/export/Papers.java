package fr.syaga.facturation.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/** Issued documents of every kind that the ledger makes, for invented companies. */
public final class Papers {

    public static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private static final String[] WORDS = {
        "Forfait maintenance mensuel",
        "Prestation d’ingénierie réseau à l’heure",
        "Étude & audit <sécurité> « cœur de réseau »",
        "Migration vers la fibre – été 2026",
        "Assistance n° 12 : l’ŒUVRE, ça marche à 100 %"
    };

    private Papers() {}

    /** Two hundred documents: all VAT regimes and rates, credit notes, 1 to 300 lines, accents, long names. */
    public static List<PaperDocument> sample() {
        List<PaperDocument> papers = new ArrayList<>();
        String[] regimes = {"FRENCH", "FRENCH", "EU_REVERSE_CHARGE", "FRENCH", "OUTSIDE_EU", "FRENCH", "EXEMPT"};
        String[] rates = {"20", "10", "0", "5.5", "0", "20", "0"};
        for (int i = 0; i < 200; i++) {
            int count = i == 50 || i == 51 ? 300 : 1 + i % 4;
            papers.add(paper(i + 1, regimes[i % 7], rates[i % 7], count, i % 5 == 4));
        }
        return papers;
    }

    /** Of the sample those that show something first: a regime, rate and kind, a long name, three hundred lines. */
    public static List<PaperDocument> ofEveryKind() {
        Set<String> shown = new HashSet<>();
        return sample().stream()
                .filter(paper -> shown.addAll(shows(paper.invoice())))
                .toList();
    }

    private static List<String> shows(Invoice invoice) {
        String rates = invoice.vatBreakdown().stream()
                .map(share -> share.category() + share.rate())
                .collect(Collectors.joining(" "));
        return List.of(
                invoice.kind() + " " + rates,
                invoice.customerName().length() > 100 ? "long name" : "short name",
                invoice.lines().size() > 100 ? "long list" : "short list");
    }

    public static PaperDocument paper(int number, String regime, String rate, int lineCount, boolean creditNote) {
        List<InvoiceLine> lines = new ArrayList<>();
        BigDecimal sign = creditNote ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        for (int i = 1; i <= lineCount; i++) {
            // A French customer's lines bear several rates now and then.
            String lineRate = rate.equals("20") && i % 3 == 0 ? "5.5" : rate;
            BigDecimal quantity = new BigDecimal(i % 2 == 0 ? "1" : "4.25").add(new BigDecimal(number % 3));
            BigDecimal price = new BigDecimal(i % 4 == 0 ? "33.333333" : "110.00");
            lines.add(new InvoiceLine(
                    i,
                    i % 2 == 0 ? "PREST-ING-H" : null,
                    WORDS[(i + number) % WORDS.length] + (i % 5 == 0 ? "\nDeuxième ligne du texte" : ""),
                    quantity,
                    i % 2 == 0 ? null : number % 2 == 0 ? "HUR" : "h",
                    price,
                    category(regime, lineRate),
                    new BigDecimal(lineRate),
                    quantity.multiply(price).setScale(2, RoundingMode.HALF_UP).multiply(sign)));
        }
        return document(number, regime, lines, creditNote);
    }

    private static String category(String regime, String rate) {
        return switch (regime) {
            case "EU_REVERSE_CHARGE" -> "AE";
            case "OUTSIDE_EU" -> "G";
            case "EXEMPT" -> "E";
            default -> rate.equals("0") ? "Z" : "S";
        };
    }

    private static PaperDocument document(int number, String regime, List<InvoiceLine> lines, boolean creditNote) {
        Map<BigDecimal, BigDecimal> bases = new TreeMap<>();
        lines.forEach(line -> bases.merge(line.vatRate(), line.netAmount(), BigDecimal::add));
        List<Invoice.VatShare> shares = bases.entrySet().stream()
                .map(base -> new Invoice.VatShare(
                        category(regime, base.getKey().toPlainString()),
                        base.getKey(),
                        base.getValue(),
                        base.getValue()
                                .multiply(base.getKey())
                                .divide(new BigDecimal(100))
                                .setScale(2, RoundingMode.HALF_UP)))
                .toList();
        BigDecimal net = shares.stream().map(Invoice.VatShare::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = shares.stream().map(Invoice.VatShare::vatAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        String legalNumber = (creditNote ? "A" : "F") + "202609%03d".formatted(number);
        UUID id = UUID.nameUUIDFromBytes(legalNumber.getBytes(StandardCharsets.UTF_8));
        Invoice invoice = new Invoice(
                id,
                creditNote ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE,
                Invoice.Status.ISSUED,
                number % 2 == 0 ? Invoice.Origin.TIME : Invoice.Origin.MANUAL,
                "ref-" + number,
                legalNumber,
                "CLI" + number,
                name(number),
                DAY,
                DAY.plusDays(30),
                number % 3 == 0 ? LocalDate.of(2026, 8, 1) : null,
                number % 3 == 0 ? LocalDate.of(2026, 8, 31) : null,
                "Prestations d’août 2026",
                number % 4 == 0 ? "BC-2026/017" : null,
                lines,
                net,
                vat,
                net.add(vat),
                shares,
                "EUR",
                creditNote ? UUID.randomUUID() : null,
                null,
                null);
        return new PaperDocument(invoice, facts(invoice, regime), null);
    }

    /** The same document with other lines' texts, one of them of several lines. */
    public static PaperDocument withText(PaperDocument like, String text) {
        Invoice i = like.invoice();
        List<InvoiceLine> lines = i.lines().stream()
                .map(line -> new InvoiceLine(
                        line.position(),
                        line.articleCode(),
                        text,
                        line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.vatCategory(),
                        line.vatRate(),
                        line.netAmount()))
                .toList();
        return new PaperDocument(with(i, i.kind(), i.status(), i.number(), lines, null), like.facts(), like.logo());
    }

    /** The same content as a quote, valid until that day; without a number it is a draft. */
    public static PaperDocument quote(PaperDocument like, String number, LocalDate validUntil) {
        Invoice i = like.invoice();
        return new PaperDocument(
                with(
                        i,
                        Invoice.Kind.QUOTE,
                        number == null ? Invoice.Status.DRAFT : Invoice.Status.SENT,
                        number,
                        i.lines(),
                        validUntil),
                like.facts(),
                like.logo());
    }

    /** The same document with the paper that Oxygène printed; null where nobody put it there. */
    public static PaperDocument withOwnDocument(PaperDocument like, String sha256) {
        Invoice i = like.invoice();
        return new PaperDocument(
                new Invoice(
                        i.id(),
                        i.kind(),
                        i.status(),
                        i.origin(),
                        i.reference(),
                        i.number(),
                        i.customerCode(),
                        i.customerName(),
                        i.issuedOn(),
                        i.dueOn(),
                        i.periodFrom(),
                        i.periodTo(),
                        i.subject(),
                        i.purchaseOrder(),
                        i.lines(),
                        i.netAmount(),
                        i.vatAmount(),
                        i.grossAmount(),
                        i.vatBreakdown(),
                        i.currency(),
                        i.creditOf(),
                        i.validUntil(),
                        sha256),
                like.facts(),
                like.logo());
    }

    /** The same content as a quote that the customer did not want. */
    public static PaperDocument declined(PaperDocument like) {
        Invoice i = like.invoice();
        return new PaperDocument(
                with(i, Invoice.Kind.QUOTE, Invoice.Status.DECLINED, "D20260901", i.lines(), DAY.plusDays(30)),
                like.facts(),
                like.logo());
    }

    public static PaperDocument with(PaperDocument like, Logo logo) {
        return new PaperDocument(like.invoice(), like.facts(), logo);
    }

    private static Invoice with(
            Invoice i,
            Invoice.Kind kind,
            Invoice.Status status,
            String number,
            List<InvoiceLine> lines,
            LocalDate validUntil) {
        return new Invoice(
                i.id(),
                kind,
                status,
                i.origin(),
                i.reference(),
                number,
                i.customerCode(),
                i.customerName(),
                i.issuedOn(),
                i.dueOn(),
                i.periodFrom(),
                i.periodTo(),
                i.subject(),
                i.purchaseOrder(),
                lines,
                i.netAmount(),
                i.vatAmount(),
                i.grossAmount(),
                i.vatBreakdown(),
                i.currency(),
                i.creditOf(),
                validUntil,
                null);
    }

    /** The same document with another net amount than its lines have. */
    public static PaperDocument withNet(PaperDocument like, BigDecimal net) {
        Invoice i = like.invoice();
        return copy(like, i.status(), i.origin(), i.number(), net);
    }

    /** The same document before it is issued, with something that the law asks for still missing. */
    public static PaperDocument draft(PaperDocument like, String missing) {
        Invoice i = like.invoice();
        return copy(lacking(like, missing), Invoice.Status.DRAFT, i.origin(), null, i.netAmount());
    }

    /** The same document as Oxygène's list would have brought it. */
    public static PaperDocument imported(PaperDocument like) {
        Invoice i = like.invoice();
        return copy(like, i.status(), Invoice.Origin.HISTORY, i.number(), i.netAmount());
    }

    /** The same document, issued without something that the law asks for. */
    public static PaperDocument lacking(PaperDocument like, String missing) {
        LegalFacts legal = like.facts().legal();
        return new PaperDocument(
                like.invoice(),
                new PaperFacts(
                        like.invoice().id(),
                        new LegalFacts(
                                legal.seller(),
                                legal.buyer(),
                                legal.purchaseOrder(),
                                legal.dueOn(),
                                legal.mentions(),
                                legal.noEInvoice(),
                                List.of(missing)),
                        like.facts().credited(),
                        like.facts().emails(),
                        like.facts().article()),
                like.logo());
    }

    /** The same document for somebody who never has a SIREN. */
    public static PaperDocument noEInvoice(PaperDocument like, String sentence) {
        LegalFacts legal = like.facts().legal();
        return new PaperDocument(
                like.invoice(),
                new PaperFacts(
                        like.invoice().id(),
                        new LegalFacts(
                                legal.seller(),
                                legal.buyer(),
                                legal.purchaseOrder(),
                                legal.dueOn(),
                                legal.mentions(),
                                sentence,
                                legal.missing()),
                        like.facts().credited(),
                        like.facts().emails(),
                        like.facts().article()),
                like.logo());
    }

    /** The same document for a buyer of that kind and regime. */
    public static PaperDocument ofBuyer(PaperDocument like, String kind, String vatRegime) {
        LegalFacts legal = like.facts().legal();
        LegalFacts.Buyer buyer = legal.buyer();
        return new PaperDocument(
                like.invoice(),
                new PaperFacts(
                        like.invoice().id(),
                        new LegalFacts(
                                legal.seller(),
                                new LegalFacts.Buyer(
                                        buyer.code(),
                                        buyer.name(),
                                        buyer.siren(),
                                        buyer.siret(),
                                        buyer.vatNumber(),
                                        vatRegime,
                                        buyer.addresses(),
                                        buyer.electronicAddress(),
                                        kind),
                                legal.purchaseOrder(),
                                legal.dueOn(),
                                legal.mentions(),
                                legal.noEInvoice(),
                                legal.missing()),
                        like.facts().credited(),
                        like.facts().emails(),
                        like.facts().article()),
                like.logo());
    }

    private static PaperDocument copy(
            PaperDocument like, Invoice.Status status, Invoice.Origin origin, String number, BigDecimal net) {
        Invoice i = like.invoice();
        return new PaperDocument(
                new Invoice(
                        i.id(),
                        i.kind(),
                        status,
                        origin,
                        i.reference(),
                        number,
                        i.customerCode(),
                        i.customerName(),
                        i.issuedOn(),
                        i.dueOn(),
                        i.periodFrom(),
                        i.periodTo(),
                        i.subject(),
                        i.purchaseOrder(),
                        i.lines(),
                        net,
                        i.vatAmount(),
                        net.add(i.vatAmount()),
                        i.vatBreakdown(),
                        i.currency(),
                        i.creditOf(),
                        i.validUntil(),
                        i.documentSha256()),
                like.facts(),
                like.logo());
    }

    private static String name(int number) {
        return number % 10 == 0
                ? "Société coopérative d’intérêt collectif des Œuvres électriques & hydrauliques de l’Île-de-Bréhat-sur-Mer et"
                        + " de ses environs (groupement nº %d)".formatted(number)
                : "Ateliers Noël & Fils " + number;
    }

    public static PaperFacts facts(Invoice invoice, String regime) {
        boolean french = regime.equals("FRENCH") || regime.equals("EXEMPT");
        LegalFacts.Buyer buyer = new LegalFacts.Buyer(
                invoice.customerCode(),
                invoice.customerName(),
                french ? "356000000" : null,
                french ? "35600000000048" : null,
                switch (regime) {
                    case "EU_REVERSE_CHARGE" -> "BE0403019261";
                    case "OUTSIDE_EU" -> null;
                    default -> "FR39356000000";
                },
                regime,
                List.of(new LegalFacts.Address(
                        "BILLING",
                        "12 rue des Échelles",
                        french ? "Bâtiment C" : null,
                        french ? "69001" : "1000",
                        french ? "Lyon" : "Ville",
                        switch (regime) {
                            case "EU_REVERSE_CHARGE" -> "BE";
                            case "OUTSIDE_EU" -> "CH";
                            default -> "FR";
                        })),
                french ? "356000000_COMPTA" : null,
                "COMPANY");
        return new PaperFacts(
                invoice.id(),
                new LegalFacts(
                        seller(), buyer, invoice.purchaseOrder(), invoice.dueOn(), mentions(regime), null, List.of()),
                invoice.isCreditNote() ? new PaperFacts.Credited("F202607012", LocalDate.of(2026, 7, 31)) : null,
                List.of("compta@client.example"),
                null);
    }

    public static LegalFacts.Seller seller() {
        return new LegalFacts.Seller(
                "Réseaux du Rhône",
                "SAS",
                "10 000 €",
                "732829320",
                "73282932000074",
                "FR44732829320",
                "RCS Lyon",
                new LegalFacts.Address("BILLING", "3 quai des Brumes", null, "69002", "Lyon", "FR"),
                "04 00 00 00 00",
                "facturation@rhone.example",
                null,
                "FR7630006000011234567890189",
                "AGRIFRPP");
    }

    private static List<LegalFacts.Mention> mentions(String regime) {
        List<LegalFacts.Mention> mentions = new ArrayList<>(List.of(
                new LegalFacts.Mention("OPERATION_CATEGORY", "Prestations de services"),
                new LegalFacts.Mention(
                        "LATE_PENALTY",
                        "En cas de retard de paiement, pénalités au taux directeur de la Banque centrale européenne majoré de 10"
                                + " points, exigibles sans rappel."),
                new LegalFacts.Mention(
                        "RECOVERY_FEE",
                        "En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement de 40 €."),
                new LegalFacts.Mention("EARLY_PAYMENT", "Pas d'escompte pour paiement anticipé.")));
        switch (regime) {
            case "EU_REVERSE_CHARGE" -> mentions.add(new LegalFacts.Mention(regime, "Autoliquidation"));
            case "OUTSIDE_EU" -> mentions.add(new LegalFacts.Mention(regime, "TVA non applicable, art. 259-1 du CGI"));
            case "EXEMPT" -> mentions.add(new LegalFacts.Mention(regime, "Exonération de TVA, art. 261, 4 du CGI"));
            default -> {
                // A customer who pays VAT needs no reason.
            }
        }
        return mentions;
    }
}
