package fr.syaga.facturation.clockify.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.clockify.fake.Fault;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class OutageTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 7, 31);

    @Inject
    CleanDatabase database;

    @Inject
    ClockifySync sync;

    @Inject
    SyncTimer timer;

    @Inject
    EntityManager sql;

    @BeforeEach
    void julyOf2025() {
        database.clean();
        Outside.everythingIsUp();
    }

    /** Every try of a week fails, and entries are made, edited and deleted meanwhile. */
    @Test
    void anOutageOfAWeekLosesNothingAndIsCaughtUpByTheTimerItself() {
        List<String> ids = Outside.clockify().entries().stream()
                .map(entry -> entry.path("id").asText())
                .toList();
        ObjectNode made = Outside.clockify().entries().get(5).put("id", "ffffffffffffffffffffffff");
        sync.run(FIRST, LocalDate.of(2025, 7, 20), Instant.now());
        for (int day = 21; day <= 28; day++) {
            LocalDate today = LocalDate.of(2025, 7, day);
            Outside.clockify().failNext(Fault.SLOW, Fault.values()[day % Fault.SLOW.ordinal()]);
            assertThatThrownBy(() -> tick(today)).isInstanceOf(SyncBroken.class);
            clockifyNoLongerAsksToWait();
        }
        Outside.clockify().addEntry(made);
        Outside.clockify().deleteEntry(ids.get(7));
        Outside.clockify()
                .moveEntry(ids.get(9), Instant.parse("2025-07-22T07:00:00Z"), Instant.parse("2025-07-22T08:30:00Z"));

        // Weeks later the last day that was read whole is further back than what is read each time.
        LocalDate today = LocalDate.of(2025, 9, 10);
        tick(today);
        assertThat(timer.next(today)).isEqualTo(new SyncRequest.Days(LocalDate.of(2025, 7, 19), today));
        tick(today);

        assertThat(clockifyIds())
                .hasSize(241)
                .contains("ffffffffffffffffffffffff")
                .doesNotContain(ids.get(7));
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-07-22&to=2025-07-22&limit=1000")
                .then()
                .body("items.find { it.clockifyId == '%s' }.seconds".formatted(ids.get(9)), equalTo(5400));
    }

    /** Seven requests a run are not enough for so many months: they are read piece by piece, and today in between. */
    @Test
    void anOutageOfTwoYearsIsCaughtUpPieceByPieceWhileTodayIsReadAsWell() {
        List<String> ids = Outside.clockify().entries().stream()
                .map(entry -> entry.path("id").asText())
                .toList();
        sync.run(FIRST, LAST, Instant.now());
        LocalDate today = LocalDate.of(2027, 8, 2);
        Outside.clockify()
                .moveEntry(ids.get(3), Instant.parse("2026-12-15T08:00:00Z"), Instant.parse("2026-12-15T09:30:00Z"));
        Outside.clockify()
                .moveEntry(ids.get(4), Instant.parse("2027-08-02T06:00:00Z"), Instant.parse("2027-08-02T06:45:00Z"));

        tick(today);
        assertThat(secondsOn(today)).containsExactly(2700);
        List<LocalDate> holesEnd = new ArrayList<>();
        for (int runs = 0; runs < 20 && !timer.next(today).from().equals(LocalDate.of(2027, 7, 6)); runs++) {
            holesEnd.add(timer.next(today).to());
            tick(today);
            tick(today);
        }

        assertThat(holesEnd).hasSizeBetween(6, 8).isSorted().endsWith(today);
        assertThat(secondsOn(LocalDate.of(2026, 12, 15))).containsExactly(5400);
    }

    /** What is read for its own sake, far back, is no reason to read all the years since. */
    @Test
    void aMonthOfLongAgoThatIsReadByHandIsNoOutage() {
        sync.run(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 31), Instant.now());
        LocalDate today = LocalDate.of(2025, 8, 1);
        tick(today);

        assertThat(timer.next(today)).isEqualTo(new SyncRequest.Days(LocalDate.of(2025, 7, 5), today));
    }

    /** The quota is gone in the middle of a reading, again and again, in all three forms of 429. */
    @Test
    void aStormOf429sLosesNothing() {
        for (Fault form :
                List.of(Fault.TOO_MANY_WITH_RETRY_AFTER, Fault.TOO_MANY_WITHOUT_HEADER, Fault.TOO_MANY_EMPTY)) {
            for (int allowed = 0; allowed < 3; allowed++) {
                Outside.clockify().tooManyAs(form);
                Outside.clockify().hourlyQuota(allowed);
                assertThatThrownBy(() -> sync.run(FIRST, LAST, Instant.now())).isInstanceOf(SyncBroken.class);
                int asked = Outside.clockify().requests().size();
                assertThatThrownBy(() -> sync.run(FIRST, LAST, Instant.now())).isInstanceOf(SyncBroken.class);
                assertThat(Outside.clockify().requests())
                        .as("asked while told to wait")
                        .hasSize(asked);
                clockifyNoLongerAsksToWait();
            }
        }
        Outside.clockify().recover();

        sync.run(FIRST, LAST, Instant.now());

        assertThat(clockifyIds()).hasSize(241);
        Caller.READER
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .body("totalHours", equalTo(222.00f))
                .body("customers", hasSize(15));
    }

    private void tick(LocalDate today) {
        SyncRequest.Days days = timer.next(today);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.createNativeQuery("delete from clockify_request").executeUpdate());
        sync.run(days.from(), days.to(), Instant.now());
    }

    private static List<Integer> secondsOn(LocalDate day) {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=%1$s&to=%1$s".formatted(day))
                .then()
                .extract()
                .path("items.seconds");
    }

    private void clockifyNoLongerAsksToWait() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.createNativeQuery("update clockify_pause set until = ?1")
                        .setParameter(1, Instant.now().minus(Duration.ofMinutes(1)))
                        .executeUpdate());
    }

    private static List<String> clockifyIds() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?limit=1000")
                .then()
                .extract()
                .path("items.clockifyId");
    }
}
