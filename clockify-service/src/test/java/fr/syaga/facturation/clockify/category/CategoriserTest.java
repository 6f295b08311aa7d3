package fr.syaga.facturation.clockify.category;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.mapping.CustomerFinder;
import fr.syaga.facturation.clockify.mapping.OwnCompany;
import fr.syaga.facturation.clockify.merge.TrackedTime;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class CategoriserTest {

    private static final Instant NINE = Instant.parse("2025-07-10T07:00:00Z");

    private final Categoriser categoriser =
            withContracts(contract("LAA10", Contract.Status.ACTIVE, "2016-04-30", null));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "LAA,      LAA - Maintenance,      Supervision,                     FORFAIT,    forfait",
                "LAA,      LAA - Support,          réglage MAINTENANCE préventive,  FORFAIT,    forfait",
                "LAA,      LAA - Support,          Support,                         FACTURABLE, facturable",
                "LAA,      LAA - Maintenance,      Hors-forfait : disque,           FACTURABLE, hors-forfait",
                "LAA,      LAA - Maintenance,      Travail EXTRA du soir,           FACTURABLE, hors-forfait",
                "LAA,      LAA - Maintenance,      Extraction des journaux,         FORFAIT,    forfait",
                "LAA,      LAA - Support,          Formation des équipes,           FACTURABLE, facturable",
                "FARBOS,   FARBOS - Maintenance,   Supervision,                     FACTURABLE, facturable",
                "Syaga SARL, LAA - Maintenance,    hors forfait,                    INTERNE,    interne-societe",
                "-,        r&d,                    extra,                           INTERNE,    interne-projet",
                "LAA,      Formation,              -,                               INTERNE,    interne-projet",
                "Inconnu,  Projet,                 -,                               FACTURABLE, facturable"
            })
    void theDefaultRulesDecideInTheirOrder(
            String client, String project, String description, Category category, String rule) {
        TimeEntry entry = TrackedTime.of(client, project, description);

        assertThat(categoriser.verdict(entry).category()).isEqualTo(category);
        assertThat(categoriser.verdict(entry).rule()).isEqualTo(rule);
    }

    @Test
    void aRunningTimerAndTimeWithoutProjectAreNotCategorised() {
        TimeEntry running = TrackedTime.of("LAA", "LAA - Support", "Support", NINE, null);
        TimeEntry withoutProject = TrackedTime.of(null, null, "Appel");

        assertThat(categoriser.verdict(running).category()).isNull();
        assertThat(categoriser.verdict(running).rule()).isEqualTo(Categoriser.RUNNING);
        assertThat(categoriser.verdict(withoutProject).category()).isNull();
        assertThat(categoriser.verdict(withoutProject).rule()).isEqualTo(Categoriser.NO_PROJECT);
    }

    @Test
    void aPersonsChoiceComesBeforeTheRules() {
        TimeEntry withoutProject = TrackedTime.of(null, null, "Appel");
        withoutProject.choose(Category.FACTURABLE, "LAA10", "appel de LAA");

        assertThat(categoriser.verdict(withoutProject).category()).isEqualTo(Category.FACTURABLE);
        assertThat(categoriser.verdict(withoutProject).customerCode()).isEqualTo("LAA10");
        assertThat(categoriser.verdict(withoutProject).reason()).isEqualTo("appel de LAA");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ACTIVE, 2025-07-10, -,          true",
                "ACTIVE, 2025-07-11, -,          false",
                "ACTIVE, 2016-04-30, 2025-07-09, false",
                "ACTIVE, 2016-04-30, 2025-07-10, true",
                "PAUSED, 2016-04-30, -,          false",
                "ENDED,  2016-04-30, -,          false",
                "ENDED,  2016-04-30, 2025-07-31, true",
                "ENDED,  2016-04-30, 2025-06-30, false"
            })
    void aContractCoversADayWhileItHasBegunAndIsNeitherPausedNorOver(
            Contract.Status status, String since, String until, boolean covered) {
        Categoriser judge = withContracts(contract("LAA10", status, since, until));

        TimeEntry entry = TrackedTime.of("LAA", "LAA - Maintenance", "Supervision");

        assertThat(judge.verdict(entry).category()).isEqualTo(covered ? Category.FORFAIT : Category.FACTURABLE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-07-10, 2025-07-11, FACTURABLE",
                "2025-07-10, -,          FACTURABLE",
                "2025-07-09, 2025-07-10, FORFAIT",
                "2025-07-11, -,          FORFAIT"
            })
    void aPauseHoldsFromItsFirstDayUntilTheContractGoesOn(String from, String resumedOn, Category category) {
        Contract.Pause pause =
                new Contract.Pause(LocalDate.parse(from), resumedOn == null ? null : LocalDate.parse(resumedOn));
        Categoriser judge =
                withContracts(contract("LAA10", Contract.Status.PAUSED, "2016-04-30", null, List.of(pause)));

        TimeEntry entry = TrackedTime.of("LAA", "LAA - Maintenance", "Supervision");

        assertThat(judge.verdict(entry).category()).isEqualTo(category);
    }

    private static Contract contract(String code, Contract.Status status, String since, String until) {
        return contract(code, status, since, until, List.of());
    }

    private static Contract contract(
            String code, Contract.Status status, String since, String until, List<Contract.Pause> pauses) {
        return new Contract(
                UUID.randomUUID(),
                code,
                "Forfait",
                BigDecimal.TEN,
                "MONTHLY",
                LocalDate.parse(since),
                until == null ? null : LocalDate.parse(until),
                status,
                pauses,
                null,
                List.of());
    }

    private static Categoriser withContracts(Contract... contracts) {
        return new Categoriser(
                List.of(
                        rule(10, "interne-societe", Category.INTERNE, with(List.of("SYAGA"), null, null, null, null)),
                        rule(
                                20,
                                "interne-projet",
                                Category.INTERNE,
                                with(null, List.of("R&D", "Interne", "Formation"), null, null, null)),
                        rule(
                                30,
                                "hors-forfait",
                                Category.FACTURABLE,
                                with(null, null, List.of("hors forfait", "extra"), null, null)),
                        rule(
                                40,
                                "forfait",
                                Category.FORFAIT,
                                with(null, null, null, List.of("forfait", "maintenance"), true)),
                        rule(50, "facturable", Category.FACTURABLE, with(null, null, null, null, null))),
                new ContractBook(List.of(contracts), Instant.EPOCH),
                CustomerFinder.byClients(new OwnCompany("SYAGA"), Map.of("LAA", "LAA10", "FARBOS", "FARBOS10")));
    }

    private static RuleTerms rule(int position, String name, Category category, Condition condition) {
        return new RuleTerms(position, name, category, condition, "parce que");
    }

    private static Condition with(
            List<String> clients, List<String> projects, List<String> words, List<String> texts, Boolean contract) {
        return new Condition(clients, projects, null, null, null, words, texts, null, contract, null, null);
    }
}
