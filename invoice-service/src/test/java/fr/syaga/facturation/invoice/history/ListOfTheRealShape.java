package fr.syaga.facturation.invoice.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An invented list of the shape of a real export: 1,836 documents of fifteen years, 58 customers, 158 credit notes, amounts with 0
 * to 2 decimals, 19.6, 20 and 0 % VAT, numbers whose month is not the date's, zero amounts, a customer with the code A, one in
 * lower case, a changed legal name. It counts in cents of its own, apart from the product's arithmetic.
 */
final class ListOfTheRealShape {

    static final int ROWS = 1836;
    static final int CUSTOMERS = 58;
    static final int CREDIT_NOTES = 158;
    private static final int MONTHS = 187;
    private static final int BACKDATED = 31;
    private static final int WITHOUT_VAT = 56;
    private static final YearMonth FIRST = YearMonth.of(2010, 1);
    private static final LocalDate TWENTY_PERCENT = LocalDate.of(2014, 1, 1);

    private final Random random;
    private final List<Row> rows = new ArrayList<>();
    long netCents;
    long grossCents;
    long paidCents;

    private record Row(LocalDate date, int order, String text) {}

    ListOfTheRealShape(long seed) {
        random = new Random(seed);
        Set<Integer> credits = someOf(CREDIT_NOTES);
        Set<Integer> backdated = someOf(BACKDATED);
        Set<Integer> withoutVat = someOf(WITHOUT_VAT);
        int made = 0;
        for (int month = 0; month < MONTHS; month++) {
            YearMonth numbered = FIRST.plusMonths(month);
            int inMonth = ROWS * (month + 1) / MONTHS - ROWS * month / MONTHS;
            for (int counter = 1; counter <= inMonth; counter++, made++) {
                boolean credit = credits.contains(made);
                YearMonth dated = !credit && backdated.contains(made) ? numbered.minusMonths(1) : numbered;
                LocalDate date = dated.atDay(1 + random.nextInt(dated.lengthOfMonth()));
                add(made, numbered, counter, date, credit, withoutVat.contains(made));
            }
        }
    }

    private Set<Integer> someOf(int howMany) {
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < howMany) {
            chosen.add(CUSTOMERS + random.nextInt(ROWS - CUSTOMERS));
        }
        return chosen;
    }

    private void add(int made, YearMonth numbered, int counter, LocalDate date, boolean credit, boolean withoutVat) {
        long net = random.nextInt(40) == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? 5_000_00 : 900);
        net = random.nextInt(3) == 0 ? net / 100 * 100 : net;
        long perThousand = withoutVat ? 0 : date.isBefore(TWENTY_PERCENT) ? 196 : 200;
        long vat = (net * perThousand + 500) / 1000;
        long gross = net + vat;
        long paid = random.nextInt(5) == 0 ? 0 : gross;
        int sign = credit ? -1 : 1;
        netCents += sign * net;
        grossCents += sign * gross;
        paidCents += sign * paid;
        String number =
                "%s %04d%02d%02d".formatted(credit ? "A" : "F", numbered.getYear(), numbered.getMonthValue(), counter);
        rows.add(new Row(
                date,
                made,
                String.join(
                        ";",
                        number,
                        customer(made < CUSTOMERS ? made : random.nextInt(CUSTOMERS), date),
                        "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()),
                        french(sign * net),
                        french(sign * gross),
                        "0",
                        "",
                        "0",
                        french(sign * paid),
                        "0",
                        french(sign * (gross - paid)),
                        "Non",
                        "0",
                        "0")));
    }

    private static String customer(int index, LocalDate date) {
        return switch (index) {
            case 0 -> "A - ATELIER - DU - TIRET";
            case 1 -> "minus10 - Minuscule & Cie";
            case 2 -> "RENOM10 - " + (date.getYear() < 2018 ? "ANCIEN NOM" : "NOUVEAU NOM SAS");
            case 3 -> "L'ETE10 - L'ÉTÉ À CÔTÉ";
            default -> "SOC%02d%s - SOCIÉTÉ N° %d".formatted(index, index % 2 == 0 ? "10" : "", index);
        };
    }

    /** A decimal comma, trailing zeros dropped, as Oxygène writes it. */
    private static String french(long cents) {
        String euros = (cents < 0 ? "-" : "") + Math.abs(cents) / 100;
        long rest = Math.abs(cents) % 100;
        if (rest == 0) {
            return euros;
        }
        return rest % 10 == 0 ? euros + "," + rest / 10 : "%s,%02d".formatted(euros, rest);
    }

    byte[] file() {
        rows.sort(Comparator.comparing(Row::date).thenComparing(Row::order));
        StringBuilder text = new StringBuilder(
                "Numéro;Client;Date;Total HT;Total TTC;Acompte TTC;TTC origine;Mt acompte;MT Réglé;MT Perte;Reste dû;Comptabilisée;Acompte HT;TVA / Acompte\r\n");
        rows.forEach(row -> text.append(row.text()).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
