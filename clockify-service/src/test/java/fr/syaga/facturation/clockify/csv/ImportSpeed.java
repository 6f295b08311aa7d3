package fr.syaga.facturation.clockify.csv;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/**
 * What an entry of an export costs: an invented firm of ten people, four entries a day each. No build runs it, because its name
 * does not end in Test: {@code verify -Dtest=ImportSpeed -Dentries=50000}.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ImportSpeed {

    private static final int PEOPLE = 10;
    private static final int A_DAY = 4;
    private static final int ENTRIES = Integer.getInteger("entries", 20_000);

    @Inject
    CleanDatabase database;

    @Test
    void anExportIsTakenInAndKnownAgain() {
        database.clean();
        Outside.everythingIsUp();
        upload("warm.csv", export(LocalDate.of(2015, 1, 1), 2000), 2000);

        byte[] export = export(LocalDate.of(2020, 1, 1), ENTRIES);
        tell("new", upload("new.csv", export, ENTRIES));
        tell("again", upload("again.csv", export, 0));
    }

    private static void tell(String what, Duration time) {
        System.out.printf("import %s: %d entries, %d µs an entry%n", what, ENTRIES, time.toNanos() / 1000 / ENTRIES);
    }

    private static Duration upload(String name, byte[] export, int imported) {
        long begun = System.nanoTime();
        Caller.OPERATOR
                .uploads()
                .multiPart("file", name, export)
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(imported))
                .body("warnings", empty());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static byte[] export(LocalDate from, int entries) {
        StringBuilder csv = new StringBuilder(
                "Project,Client,Description,User,Email,Billable,Start Date,Start Time,End Date,End Time\n");
        for (int i = 0; i < entries; i++) {
            int person = i % PEOPLE;
            int place = i / PEOPLE % A_DAY;
            LocalDate day = from.plusDays(i / (PEOPLE * A_DAY));
            LocalTime start = LocalTime.of(8 + 2 * place, i % 60, i % 59);
            csv.append("LAA - Support,LAA,Intervention n° %d,Personne %d,personne%d@example.fr,Yes,%s,%s,%s,%s\n"
                    .formatted(i % 997, person, person, day, start, day, start.plusMinutes(55)));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
