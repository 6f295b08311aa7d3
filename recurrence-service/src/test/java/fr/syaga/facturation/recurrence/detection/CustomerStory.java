package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The documents of one invented customer while they are being told. */
final class CustomerStory {

    private final String code;
    private final Random random;
    private final HistoryGenerator.Mix mix;
    private final LocalDate asOf;
    private final List<HistoryDocument> documents = new ArrayList<>();
    private final List<HistoryGenerator.Truth> contracts = new ArrayList<>();
    private String kind = "contract";
    private int counter;

    CustomerStory(String code, Random random, HistoryGenerator.Mix mix, LocalDate asOf) {
        this.code = code;
        this.random = random;
        this.mix = mix;
        this.asOf = asOf;
    }

    void kind(String name) {
        kind = name;
    }

    void trait(String name) {
        kind += " " + name;
    }

    void contract(HistoryGenerator.Truth truth) {
        contracts.add(truth);
    }

    void invoice(LocalDate on, long cents) {
        document("F", on, cents);
    }

    void credit(LocalDate on, long cents) {
        document("A", on, -cents);
    }

    private void document(String prefix, LocalDate on, long cents) {
        if (!on.isAfter(asOf)) {
            documents.add(new HistoryDocument("%s%s%04d".formatted(prefix, code, counter++), on, cents));
        }
    }

    /** Hours, licences and hardware: half of them at a month's end, some credited, a few worth nothing, a few of a contract's amount. */
    void oneOffs(double aMonth) {
        int months = 24 + random.nextInt(HistoryGenerator.HISTORY_MONTHS - 24);
        long number = Math.round(aMonth * months);
        for (int i = 0; i < number; i++) {
            LocalDate day = asOf.minusDays(random.nextInt(months * 30));
            LocalDate on = random.nextBoolean() ? day.withDayOfMonth(day.lengthOfMonth()) : day;
            long cents = oneOffAmount();
            int fate = random.nextInt(100);
            if (fate < 2) {
                invoice(on, 0);
                continue;
            }
            invoice(on, cents);
            if (fate < 6) {
                credit(on.plusDays(random.nextInt(40)), fate < 4 ? cents : cents / 2);
            }
        }
    }

    private long oneOffAmount() {
        boolean sameAsContract =
                mix == HistoryGenerator.Mix.HARDEST && !contracts.isEmpty() && random.nextInt(150) == 0;
        if (sameAsContract) {
            return contracts.get(random.nextInt(contracts.size())).netCents();
        }
        return switch (random.nextInt(4)) {
            case 0 -> 4_750L * (1 + random.nextInt(60));
            case 1 -> 5_000L * (1 + random.nextInt(80));
            case 2 -> Math.round(Math.exp(9 + 4 * random.nextDouble()));
            default -> 11_000L * (1 + random.nextInt(40)) / 2;
        };
    }

    HistoryGenerator.Case told() {
        List<HistoryDocument> ordered = new ArrayList<>(documents);
        ordered.sort(Comparator.comparing(HistoryDocument::issuedOn).thenComparing(HistoryDocument::number));
        return new HistoryGenerator.Case(new CustomerHistory(code, "CLIENT " + code, ordered), kind, contracts);
    }
}
