package fr.syaga.facturation.clockify.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import jakarta.inject.Inject;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ReportMailTest {

    @Inject
    CleanDatabase database;

    @Inject
    DailyReportTimer timer;

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
    void theReportIsMailedOnceAsHtmlTextAndChart() throws Exception {
        String sentAt = send("{\"date\":\"2025-07-31\"}")
                .statusCode(200)
                .body("recipients", contains("gerance@example.fr", "comptable@example.fr"))
                .extract()
                .path("sentAt");
        send("{\"date\":\"2025-07-31\"}").statusCode(200).body("sentAt", equalTo(sentAt));

        MimeMessage[] received = Outside.mail().getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Rapport de facturation du jeudi 31 juillet 2025");
        assertThat(part(received[0], "text/plain"))
                .contains("24\u202f420,00 € HT", "LAA10 : 25,00 h", "28\u202f820,53");
        assertThat(part(received[0], "text/html")).contains("24\u202f420,00", "cid:chart@facturation");
        byte[] chart = Arrays.copyOf(bytes(received[0], "image/png"), 4);
        assertThat(chart).containsExactly(0x89, 'P', 'N', 'G');
        keepForTheEye(received[0]);

        send("{\"date\":\"2025-07-31\",\"again\":true}").statusCode(200);
        assertThat(Outside.mail().getReceivedMessages()).hasSize(4);
    }

    @Test
    void theMailSaysWhichTimeCannotBeAsTextAndAsHtml() throws Exception {
        send("{\"date\":\"2025-07-31\"}").statusCode(200);
        assertThat(part(Outside.mail().getReceivedMessages()[0], "text/plain")).doesNotContain("Temps impossible");
        Outside.clockify()
                .moveEntry(
                        "acf1cce07d59c258f8fe329a",
                        Instant.parse("2025-07-30T13:01:58Z"),
                        Instant.parse("2025-07-31T07:01:58Z"));
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .body("warnings[0]", containsString("18.00 h"));

        send("{\"date\":\"2025-07-31\",\"again\":true}").statusCode(200);

        String sentence =
                "Noé Lambertoux : 18,00 h le 30/07/2025 (Développement module export), soit 2,00 h de plus que la durée possible d'une saisie.";
        // Mailbox by mailbox: the last one is the second mail, to the second person.
        MimeMessage mail = Outside.mail().getReceivedMessages()[3];
        assertThat(part(mail, "text/plain")).contains("Temps impossible (", "- " + sentence);
        assertThat(part(mail, "text/html")).contains("Temps impossible (", sentence.replace("'", "&#39;"));
    }

    @Test
    void aMailServerThatIsDownIsA503AndTheMailLeavesLater() {
        Outside.mailIsRefused();
        send("{\"date\":\"2025-07-31\"}")
                .statusCode(503)
                .body("type", equalTo("urn:facturation:problem:mail-unavailable"));

        Outside.mailIsTaken();
        send("{\"date\":\"2025-07-31\"}").statusCode(200);
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);
    }

    @Test
    void theTimerMailsOnceAWorkingDayAfterWorkFromTheThresholdOn() {
        timer.check(Instant.parse("2025-07-31T15:59:00Z"));
        assertThat(Outside.mail().getReceivedMessages()).isEmpty();

        timer.check(Instant.parse("2025-07-31T16:00:00Z"));
        timer.check(Instant.parse("2025-07-31T16:15:00Z"));
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);

        // A Saturday, a holiday, and a month with nothing to bill.
        timer.check(Instant.parse("2025-07-26T16:00:00Z"));
        timer.check(Instant.parse("2025-07-14T16:00:00Z"));
        timer.check(Instant.parse("2025-09-01T16:00:00Z"));
        assertThat(Outside.mail().getReceivedMessages()).hasSize(2);
    }

    private static ValidatableResponse send(String body) {
        return Caller.OPERATOR
                .calls()
                .body(body)
                .post("/api/v1/reports/daily/send")
                .then();
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return (String) find(mail, type).getContent();
    }

    private static byte[] bytes(MimeMessage mail, String type) throws Exception {
        return find(mail, type).getInputStream().readAllBytes();
    }

    private static Part find(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part;
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Part found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The mail as a browser shows it lies in target for whoever wants to look at it. */
    private static void keepForTheEye(MimeMessage mail) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/mail"));
        Files.write(folder.resolve("chart.png"), bytes(mail, "image/png"));
        Files.writeString(
                folder.resolve("report.html"), part(mail, "text/html").replace("cid:chart@facturation", "chart.png"));
    }
}
