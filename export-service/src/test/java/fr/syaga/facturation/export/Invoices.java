package fr.syaga.facturation.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;

/** Invoices to write about: fifteen of time and eight recurring, as in the July of the demonstration. */
public final class Invoices {

    private static final LocalDate END_OF_JULY = LocalDate.of(2025, 7, 31);
    private static final LocalDate FIRST_OF_AUGUST = LocalDate.of(2025, 8, 1);
    private static final String[] HOURS = {
        "12", "8", "30", "20", "5", "9", "14", "4.25", "25", "7", "6.5", "21.75", "19.5", "15", "25"
    };
    private static final String[] CONTRACTS = {"500", "100", "1400", "250", "500", "400", "500", "500"};

    private Invoices() {}

    /** 222.00 hours at 110 and eight contracts: 28,570.00 net, 34,284.00 gross. */
    public static List<Invoice> ofTheDemonstration() {
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < HOURS.length; i++) {
            invoices.add(time("TIME%02d".formatted(i), HOURS[i]));
        }
        for (int i = 0; i < CONTRACTS.length; i++) {
            invoices.add(recurring("CONTR%02d".formatted(i), CONTRACTS[i]));
        }
        return invoices;
    }

    public static Invoice time(String customer, String hours) {
        return of(
                customer,
                Invoice.Kind.INVOICE,
                Invoice.Origin.TIME,
                END_OF_JULY,
                "Prestations Juillet 2025",
                List.of(line(1, "Prestation d’ingénierie réseau à l’heure – Juillet 2025", hours, "110.00", "20")));
    }

    public static Invoice recurring(String customer, String amount) {
        return of(
                customer,
                Invoice.Kind.INVOICE,
                Invoice.Origin.RECURRENCE,
                FIRST_OF_AUGUST,
                "Forfait maintenance mensuel - Août 2025",
                List.of(line(1, "Forfait maintenance mensuel - Août 2025", "1", amount, "20")));
    }

    public static Invoice creditNote(String customer, String amount) {
        return of(
                customer,
                Invoice.Kind.CREDIT_NOTE,
                Invoice.Origin.MANUAL,
                FIRST_OF_AUGUST,
                "Avoir",
                List.of(line(1, "Remise sur juillet", "-1", amount, "20")));
    }

    public static Invoice quote(String customer, String amount) {
        return of(
                customer,
                Invoice.Kind.QUOTE,
                Invoice.Origin.MANUAL,
                FIRST_OF_AUGUST,
                "Devis",
                List.of(line(1, "Audit du réseau", "1", amount, "20")));
    }

    public static InvoiceLine line(int position, String text, String quantity, String price, String vatRate) {
        BigDecimal net =
                new BigDecimal(quantity).multiply(new BigDecimal(price)).setScale(2, RoundingMode.HALF_UP);
        return new InvoiceLine(
                position,
                null,
                text,
                new BigDecimal(quantity),
                "h",
                new BigDecimal(price),
                "S",
                new BigDecimal(vatRate),
                net);
    }

    /** An invoice that adds up to itself; its id follows from its customer, date and subject. */
    public static Invoice of(
            String customer,
            Invoice.Kind kind,
            Invoice.Origin origin,
            LocalDate issuedOn,
            String subject,
            List<InvoiceLine> lines) {
        BigDecimal net = lines.stream().map(InvoiceLine::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = net.multiply(new BigDecimal("0.20")).setScale(2, RoundingMode.HALF_UP);
        return new Invoice(
                UUID.nameUUIDFromBytes((customer + issuedOn + subject).getBytes(StandardCharsets.UTF_8)),
                kind,
                Invoice.Status.APPROVED,
                origin,
                "ref-" + customer,
                null,
                customer,
                "Société " + customer,
                issuedOn,
                issuedOn.plusDays(30),
                null,
                null,
                subject,
                null,
                lines,
                net,
                vat,
                net.add(vat),
                List.of(new Invoice.VatShare("S", new BigDecimal("20"), net, vat)),
                "EUR",
                null,
                null,
                null);
    }
}
