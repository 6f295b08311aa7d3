package fr.syaga.facturation.clockify.reminder;

import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ReminderMailTest {

    /** Thursday, 14:00 in Paris. */
    private static final Instant AFTERNOON = Instant.parse("2025-07-31T12:00:00Z");

    @Inject
    CleanDatabase database;

    @Inject
    ReminderTimer timer;

    @BeforeEach
    void julyIsRead() {
        database.clean();
        Outside.everythingIsUp();
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    @Test
    void aReminderIsSentOnceAndNotEveryQuarterOfAnHour() throws MessagingException {
        timer.check(AFTERNOON);
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);
        assertThat(Outside.mail().getReceivedMessages()[0].getSubject()).contains("du jeudi 31 juillet 2025");
        assertThat(GreenMailUtil.getBody(Outside.mail().getReceivedMessages()[0]))
                .contains("sans projet");

        timer.check(AFTERNOON);
        timer.check(AFTERNOON.plusSeconds(60));
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);

        // The timer of the last afternoon runs through the night: that is new.
        timer.check(Instant.parse("2025-08-01T04:00:00Z"));
        assertThat(Outside.mail().getReceivedMessages()).hasSize(4);
    }

    @Test
    void whatDidNotLeaveIsToldAQuarterLater() {
        Outside.mailIsRefused();
        timer.check(AFTERNOON);

        Outside.mailIsTaken();
        timer.check(AFTERNOON.plusSeconds(900));
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);
    }

    @Test
    void theHourlyCoachingTellsOfTheGoalAndOfContractsCloseToOverrun() {
        timer.coach(Instant.parse("2025-07-31T16:00:00Z"));
        timer.coach(Instant.parse("2025-07-31T17:00:00Z"));

        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);
        assertThat(GreenMailUtil.getWholeMessage(Outside.mail().getReceivedMessages()[0]))
                .contains("Forfait LAA10 : 110 %");
    }
}
