package fr.syaga.facturation.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two recurrence-services on one database, one of them on a way that loses answers, and an invoice-service that dies: whatever
 * happens, each occurrence is billed exactly once. A run has three batches, so that "half way" is between two of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillOnceIT {

    private static final int INVOICE = 1;
    private static final int RECURRENCE = 2;
    private static final int REPLICA = RunningProduct.REPLICA;
    private static final int CONTRACTS = 1100;
    private static final int BATCH = 500;
    private static final Duration START = Duration.ofSeconds(120);

    private RunningProduct product;
    private LossyProxy way;
    private Process replica;

    @BeforeAll
    void twoReplicasAndManyContracts() throws Exception {
        product = new RunningProduct(Path.of("target", "bill-once"), Map.of("FACTURATION_TODAY", "2025-08-01"));
        product.command("reset");
        RunningProduct.Ended up = product.command("up");
        assertThat(up.exit()).as(up.output()).isZero();
        way = new LossyProxy(product.invoicePort());
        replica = product.startReplica(way.url());
        assertThat(product.post(INVOICE, "/api/v1/customers", "{\"code\":\"NOVA10\",\"name\":\"Nova Conseil\"}")
                        .status())
                .isEqualTo(201);
        IntStream.range(0, CONTRACTS).forEach(this::write);
        Awaitility.await().atMost(START).until(() -> product.isReady(REPLICA));
    }

    @AfterAll
    void everythingStops() throws Exception {
        replica.destroy();
        replica.waitFor();
        way.close();
        assertThat(product.command("down").exit()).isZero();
    }

    @Test
    void runsFromTwoReplicasAtOnceBillOnce() {
        List<RunningProduct.Answer> answers = Stream.of(RECURRENCE, REPLICA, RECURRENCE, REPLICA)
                .map(service -> CompletableFuture.supplyAsync(() -> run(service, "2025-08")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("status").asText()).isEqualTo("DONE");
        });
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.json().get("created").asInt())
                        .sum())
                .isEqualTo(CONTRACTS);
        assertEachIsBilledOnce("2025-08");
    }

    @Test
    void anAnswerLostAfterTheWorkWasDoneBillsOnce() {
        way.losesTheAnswerAfter(1);

        RunningProduct.Answer broken = run(REPLICA, "2025-09");

        assertThat(broken.status()).isEqualTo(503);
        assertThat(invoices("2025-09")).as("the lost batch was made").hasSize(2 * BATCH);
        assertThat(latestRun().get("created").asInt())
                .as("and nobody here knows")
                .isEqualTo(BATCH);
        assertThat(latestRun().get("remaining").asInt()).isEqualTo(CONTRACTS - BATCH);
        RunningProduct.Answer repeated = run(RECURRENCE, "2025-09");
        assertThat(repeated.json().get("created").asInt()).isEqualTo(CONTRACTS - 2 * BATCH);
        assertThat(repeated.json().get("existing").asInt()).isEqualTo(2 * BATCH);
        assertEachIsBilledOnce("2025-09");
    }

    @Test
    void anInvoiceServiceThatDiesHalfWayBillsOnce() {
        way.losesTheAnswerAfter(1);
        CompletableFuture<Void> killed = new CompletableFuture<>();
        way.afterRequests(1, () -> {
            killAsSoonAsItMade(BATCH + 1, "2025-10");
            killed.complete(null);
        });

        RunningProduct.Answer broken = run(REPLICA, "2025-10");

        assertThat(broken.status()).isEqualTo(503);
        assertThat(latestRun().get("created").asInt()).isEqualTo(BATCH);
        killed.join();
        // Had it died before it answered, the loss would meet the next run.
        way.losesNothing();
        Awaitility.await().atMost(START).until(() -> product.isReady(INVOICE));
        RunningProduct.Answer repeated = run(REPLICA, "2025-10");
        assertThat(repeated.json().get("failed")).isEmpty();
        assertThat(repeated.json().get("due").asInt()).isEqualTo(CONTRACTS);
        assertEachIsBilledOnce("2025-10");
    }

    @Test
    void anInvoiceServiceThatDiesInTheMiddleOfABatchBillsOnce() {
        way.losesTheAnswerAfter(1);
        CompletableFuture<Void> killed = new CompletableFuture<>();
        way.afterRequests(1, () -> {
            kill();
            killed.complete(null);
        });

        RunningProduct.Answer broken = run(REPLICA, "2025-11");

        assertThat(broken.status()).isEqualTo(503);
        killed.join();
        way.losesNothing();
        Awaitility.await().atMost(START).until(() -> product.isReady(INVOICE));
        assertThat(invoices("2025-11").size())
                .as("a batch is made whole or not at all")
                .isIn(BATCH, 2 * BATCH);
        assertThat(run(REPLICA, "2025-11").json().get("status").asText()).isEqualTo("DONE");
        assertEachIsBilledOnce("2025-11");
        assertThat(product.get(INVOICE, "/api/v1/journal/verify")
                        .json()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theDailyTimerIsOneHoweverManyReplicasShareIt() throws Exception {
        assertThat(product.countInRecurrence("select count(*) from qrtz_scheduler_state"))
                .as("replicas that may fire it")
                .isEqualTo(2);
        assertThat(product.countInRecurrence(
                        "select count(*) from qrtz_triggers where trigger_name like '%recurring-invoices%'"))
                .isEqualTo(1);
    }

    private void killAsSoonAsItMade(int count, String month) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> invoices(month).size() >= count);
        kill();
    }

    private void kill() {
        try {
            product.kill("invoice-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int n) {
        assertThat(product.post(
                                RECURRENCE,
                                "/api/v1/contracts",
                                "{\"customerCode\":\"NOVA10\",\"label\":\"Forfait %d\",\"netAmount\":100.00,\"periodicity\":\"MONTHLY\"}"
                                        .formatted(n))
                        .status())
                .isEqualTo(201);
    }

    private RunningProduct.Answer run(int service, String month) {
        return product.post(service, "/api/v1/runs", "{\"from\":\"%s-01\",\"to\":\"%s-28\"}".formatted(month, month));
    }

    private JsonNode latestRun() {
        return product.get(RECURRENCE, "/api/v1/runs?limit=1")
                .json()
                .get("items")
                .get(0);
    }

    private List<JsonNode> invoices(String month) {
        List<JsonNode> invoices = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = product.get(
                            INVOICE,
                            "/api/v1/invoices?origin=RECURRENCE&limit=1000&from=%s-01&to=%s-28%s"
                                    .formatted(month, month, cursor))
                    .json();
            page.get("items").forEach(invoices::add);
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asText();
        } while (cursor != null);
        return invoices;
    }

    private void assertEachIsBilledOnce(String month) {
        List<JsonNode> invoices = invoices(month);
        assertThat(invoices).hasSize(CONTRACTS);
        assertThat(invoices.stream()
                        .map(each -> each.get("contractId").asText())
                        .distinct())
                .hasSize(CONTRACTS);
        RunningProduct.Answer schedule =
                product.get(RECURRENCE, "/api/v1/schedule?from=%s-01&to=%s-28".formatted(month, month));
        assertThat(schedule.json().get("occurrences").findValuesAsText("status"))
                .containsOnly("INVOICED");
        assertThat(schedule.amount("totalNet")).isEqualByComparingTo("110000.00");
    }
}
