package fr.syaga.facturation.clockify.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Many decisions that arrive together, over more time than is judged in one piece. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class DecisionsAtOnceTest {

    private static final int CLIENTS = 16;
    private static final int EACH = 150;

    @Inject
    CleanDatabase database;

    @BeforeEach
    void timeOfClientsThatNobodyKnows() {
        database.clean();
        Outside.everythingIsUp();
        Outside.customersAre("{\"items\":[%s],\"nextCursor\":null}"
                .formatted(IntStream.range(0, CLIENTS)
                        .mapToObj("{\"code\":\"K%1$d\",\"name\":\"Customer of number %1$d\"}"::formatted)
                        .collect(Collectors.joining(","))));
        Caller.OPERATOR
                .uploads()
                .multiPart("file", "juin.csv", rows().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(CLIENTS * EACH));
    }

    @AfterEach
    void defaultRulesOnly() {
        database.clean();
    }

    @Test
    void eachOfSixteenDecisionsHoldsForAllOfItsTime() throws Exception {
        inParallel(IntStream.range(0, CLIENTS)
                .<Runnable>mapToObj(client -> () -> decide(client))
                .toList());

        Map<String, Map<String, Long>> byClient = entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> (String) entry.get("clientName"),
                        Collectors.groupingBy(
                                entry -> entry.get("customerCode") + " " + entry.get("category"),
                                Collectors.counting())));
        assertThat(byClient).hasSize(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            assertThat(byClient.get(name(client))).isEqualTo(Map.of("K" + client + " FACTURABLE", (long) EACH));
        }
    }

    @Test
    void rulesAndMappingsThatChangeTogetherBothHold() throws Exception {
        List<Runnable> decisions = new ArrayList<>();
        for (int client = 0; client < CLIENTS / 2; client++) {
            int decided = client;
            decisions.add(() -> decide(decided));
            decisions.add(() -> addRule(decided));
        }
        inParallel(decisions);

        for (Map<String, Object> entry : entries()) {
            int client = Integer.parseInt(((String) entry.get("clientName")).substring("Atelier ".length()));
            boolean isOfARule = ((String) entry.get("description")).startsWith("Essai");
            boolean isDecided = client < CLIENTS / 2;
            assertThat(entry.get("category")).isEqualTo(isDecided && isOfARule ? "INTERNE" : "FACTURABLE");
            assertThat(entry.get("customerCode")).isEqualTo(isDecided && !isOfARule ? "K" + client : null);
        }
    }

    private static void decide(int client) {
        Caller.OPERATOR
                .calls()
                .body("{\"items\":[{\"kind\":\"CLIENT\",\"name\":\"%s\",\"customerCode\":\"K%d\"}]}"
                        .formatted(name(client), client))
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(200);
    }

    private static void addRule(int client) {
        Caller.OPERATOR
                .calls()
                .body("""
                        {"position":1,"name":"essai-%d","category":"INTERNE","reason":"Offert.",
                         "condition":{"clients":["%s"],"words":["Essai"]}}""".formatted(client, name(client)))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    private static void inParallel(List<Runnable> all) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<?>> calls = new ArrayList<>();
            all.forEach(each -> calls.add(callers.submit(each)));
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdown();
        }
    }

    private static List<Map<String, Object>> entries() {
        List<Map<String, Object>> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = Caller.READER
                    .calls()
                    .get("/api/v1/time-entries?from=2025-06-01&to=2025-06-30&limit=500" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            entries.addAll(page.getList("items"));
            String next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(entries).hasSize(CLIENTS * EACH);
        return entries;
    }

    private static String name(int client) {
        return "Atelier " + client;
    }

    private static String rows() {
        StringBuilder rows =
                new StringBuilder("Project,Client,Description,User,Email,Start Date,Start Time,End Date,End Time\n");
        for (int client = 0; client < CLIENTS; client++) {
            for (int i = 0; i < EACH; i++) {
                String day = "2025-06-%02d".formatted(1 + i / 10);
                rows.append("Chantier,%s,%s %d,Personne %d,p%d@example.fr,%s,%02d:00:00,%s,%02d:45:00\n"
                        .formatted(
                                name(client),
                                i % 3 == 0 ? "Essai" : "Visite",
                                i,
                                client,
                                client,
                                day,
                                8 + i % 10,
                                day,
                                8 + i % 10));
            }
        }
        return rows.toString();
    }
}
