package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.recurrence.schedule.Weekends;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The timer on the real day and with dates moved to the working day after: it makes what is due by today, whoever fires it. */
@QuarkusTest
@TestProfile(DailyTimerTest.RealDay.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class DailyTimerTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final LocalDate BEGIN = TODAY.minusMonths(5).withDayOfMonth(1);

    @Inject
    AgroalDataSource database;

    @Inject
    DailyTimer timer;

    /** Nobody fixes the day; the scheduler itself stays off, the test fires. */
    public static final class RealDay implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "", "recurrence.weekends", "NEXT");
        }
    }

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void theTimerCatchesUpOnceHoweverOftenItFires() throws Exception {
        write("LAA10", "\"billFrom\":\"%s\"".formatted(BEGIN));
        List<Callable<Object>> replicas = IntStream.range(0, 3)
                .mapToObj(n -> Executors.callable(timer::invoiceWhatIsDue))
                .toList();

        var pool = Executors.newFixedThreadPool(replicas.size());
        for (var fired : pool.invokeAll(replicas)) {
            fired.get();
        }
        pool.shutdown();

        long due = IntStream.rangeClosed(0, 5)
                .mapToObj(BEGIN::plusMonths)
                .map(Weekends.NEXT::move)
                .filter(day -> !day.isAfter(TODAY))
                .count();
        assertThat(InvoiceServiceStub.madeInOrder())
                .hasSize((int) due)
                .extracting(draft -> LocalDate.parse(draft.get("issuedOn").asText())
                        .getDayOfWeek()
                        .getValue())
                .allMatch(day -> day <= 5);
    }

    @Test
    void aTimerThatFindsNobodyGoesOnTheNextTime() {
        write("LAA10", "\"billFrom\":\"%s\"".formatted(BEGIN));
        InvoiceServiceStub.isDown();

        timer.invoiceWhatIsDue();

        get("/runs").body("items[0].status", equalTo("INCOMPLETE"));
        InvoiceServiceStub.isWell();
        timer.invoiceWhatIsDue();
        get("/runs").body("items[0].status", equalTo("DONE"));
    }
}
