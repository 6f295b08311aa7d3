package fr.syaga.facturation.clockify.category;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.mapping.CustomerFinder;
import fr.syaga.facturation.clockify.mapping.OwnCompany;
import fr.syaga.facturation.clockify.merge.TrackedTime;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class IncludedHoursTest {

    private static final PriceList PRICES = new PriceList(List.of(), new BigDecimal("110.00"));

    @Test
    void promise18WhatIsOverTheIncludedHoursIsFacturableToTheSecond() {
        TimeEntry first = maintenance("2025-07-01T08:00:00Z", 3 * 3600);
        TimeEntry second = maintenance("2025-07-02T08:00:00Z", 3 * 3600);
        TimeEntry third = maintenance("2025-07-03T08:00:00Z", 1000);

        judge("4.5", third, second, first);

        assertThat(first.category()).isEqualTo(Category.FORFAIT);
        assertThat(second.category()).isEqualTo(Category.FACTURABLE);
        assertThat(second.forfaitSeconds()).isEqualTo(5400);
        assertThat(second.facturableSeconds()).isEqualTo(5400);
        assertThat(Worth.amount(second, PRICES)).isEqualTo("165.00");
        assertThat(third.facturableSeconds()).isEqualTo(1000);
        assertThat(third.verdict().reason()).contains("épuisées");
    }

    @Test
    void everyMonthHasItsOwnIncludedHours() {
        TimeEntry july = maintenance("2025-07-31T20:00:00Z", 7200);
        TimeEntry august = maintenance("2025-08-01T08:00:00Z", 7200);

        judge("2", july, august);

        assertThat(july.category()).isEqualTo(Category.FORFAIT);
        assertThat(august.category()).isEqualTo(Category.FORFAIT);
    }

    @Test
    void aContractThatSaysNothingOfHoursCoversAllOfThem() {
        TimeEntry month = maintenance("2025-07-01T08:00:00Z", 300 * 3600L);

        judge(null, month);

        assertThat(month.category()).isEqualTo(Category.FORFAIT);
    }

    @Test
    void aPersonsChoiceAndBilledTimeStandStillButUseHoursUp() {
        TimeEntry chosen = maintenance("2025-07-03T08:00:00Z", 7200);
        chosen.choose(Category.FORFAIT, null, "offert");
        TimeEntry early = maintenance("2025-07-01T08:00:00Z", 3600);
        judge("1", chosen, early);
        assertThat(chosen.category()).isEqualTo(Category.FORFAIT);

        TimeEntry over = maintenance("2025-07-02T08:00:00Z", 3600);
        judge("1", chosen, early, over);
        over.reserve(UUID.randomUUID(), PRICES.general());
        TimeEntry before = maintenance("2025-07-01T06:00:00Z", 3600);
        judge("1", chosen, early, over, before);

        assertThat(over.facturableSeconds()).isEqualTo(3600);
        assertThat(before.category()).isEqualTo(Category.FORFAIT);
        assertThat(early.category()).isEqualTo(Category.FACTURABLE);
    }

    /** Whatever is told in whatever order, so much is covered and all the rest is billed. */
    @Property(tries = 500)
    void promise18CoveredAndFacturableTimeAddUpWhateverTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimeEntry> month = new ArrayList<>();
        for (int n = 0; n < 1 + random.nextInt(8); n++) {
            month.add(maintenance("2025-07-%02dT08:00:00Z".formatted(1 + random.nextInt(28)), random.nextInt(30_000)));
        }
        int included = random.nextInt(12);

        for (int told = 1; told <= month.size(); told++) {
            judge(Integer.toString(included), month.subList(0, told).toArray(TimeEntry[]::new));
        }
        Collections.shuffle(month, random);
        judge(Integer.toString(included), month.toArray(TimeEntry[]::new));

        long all = month.stream().mapToLong(TimeEntry::seconds).sum();
        long covered = month.stream().mapToLong(TimeEntry::forfaitSeconds).sum();
        long billed = month.stream().mapToLong(TimeEntry::facturableSeconds).sum();
        assertThat(covered).isEqualTo(Math.min(all, included * 3600L));
        assertThat(billed).isEqualTo(all - covered);
    }

    private static TimeEntry maintenance(String start, long seconds) {
        Instant at = Instant.parse(start);
        return TrackedTime.of("LAA", "LAA - Maintenance", "Supervision", at, at.plusSeconds(seconds));
    }

    private static void judge(String includedHours, TimeEntry... month) {
        Contract contract = new Contract(
                UUID.randomUUID(),
                "LAA10",
                "Forfait",
                new BigDecimal("1400.00"),
                "MONTHLY",
                LocalDate.of(2016, 4, 30),
                null,
                Contract.Status.ACTIVE,
                List.of(),
                includedHours == null ? null : new BigDecimal(includedHours),
                List.of());
        RuleTerms forfait = new RuleTerms(10, "forfait", Category.FORFAIT, null, "parce que");
        new Categoriser(
                        List.of(forfait),
                        new ContractBook(List.of(contract), Instant.EPOCH),
                        CustomerFinder.byClients(new OwnCompany("SYAGA"), Map.of("LAA", "LAA10")))
                .verdicts(List.of(month))
                .forEach(TimeEntry::judge);
    }
}
