package fr.syaga.facturation.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** An export-service that is killed while it writes a file, and in the moment between a mail that was taken and its record. */
@Tag("nightly")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaveOnceIT {

    private static final int INVOICE = 1;
    private static final int EXPORT = 4;
    private static final int INVOICES = 100;
    private static final int MAILS = 5;
    private static final int KILLED_AT = 3;
    private static final Duration LONG = Duration.ofSeconds(150);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RunningProduct product;
    private List<String> invoices;

    @BeforeAll
    void aHundredIssuedInvoices() throws Exception {
        // Killed, the service leaves a thread of the mail server without anybody to answer; that is no failure of the
        // test's.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        mail.start();
        product = new RunningProduct(
                Path.of("target", "leave-once"),
                Map.of(
                        "FACTURATION_TODAY", "2025-08-01",
                        "FACTURATION_NUMBERING_AUTHORITY", "SELF",
                        "FACTURATION_DELIVERY_POLL", "1s",
                        "FACTURATION_DELIVERY_PATIENCE", "PT20S",
                        "FACTURATION_DELIVERY_LEASE", "PT25S",
                        "FACTURATION_EXPORT_POLL", "1s",
                        "QUARKUS_MAILER_FROM", "factures@atelier.example",
                        // The launcher names a mail server of its own in the environment.
                        "JAVA_TOOL_OPTIONS",
                                "-Dquarkus.mailer.port=" + mail.getSmtp().getPort()));
        product.command("reset");
        RunningProduct.Ended up = product.command("up");
        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(product.put(INVOICE, "/api/v1/issuer", """
                        {"name":"ATELIER RÉSEAU","legalForm":"SARL","shareCapital":"10 000 €","siren":"732829320",
                         "vatNumber":"FR44732829320","tradeRegister":"RCS Lyon","line1":"1 rue des Câbles","postalCode":"69001",
                         "city":"Lyon","country":"FR","iban":"FR1420041010050500013M02606","debitOption":false}""").status()).isEqualTo(200);
        assertThat(product.post(INVOICE, "/api/v1/customers", """
                        {"code":"NOVA10","name":"Nova Conseil","siren":"732829320","emails":["compta@nova.example"],
                         "addresses":[{"kind":"BILLING","line1":"2 rue des Ponts","postalCode":"69002","city":"Lyon","country":"FR"}]}""").status()).isEqualTo(201);
        invoices = issued();
    }

    @AfterAll
    void everythingStops() throws Exception {
        assertThat(product.command("down").exit()).isZero();
        mail.stop();
    }

    @Test
    void anExportThatIsKilledHalfWayIsWrittenWholeAndOnce() throws Exception {
        String order =
                "{\"format\":\"FACTURX\",\"filter\":{\"status\":\"ISSUED\",\"from\":\"2025-08-01\",\"to\":\"2025-08-01\"}}";
        RunningProduct.Answer ordered = product.post(EXPORT, "/api/v1/exports", order);
        assertThat(ordered.status()).isEqualTo(202);
        String export = "/api/v1/exports/" + ordered.json().get("id").asText();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(LONG)
                .until(() -> product.get(EXPORT, export).json().get("progress").asInt() > 0);

        product.kill("export-service");

        awaitReady();
        assertThat(product.get(EXPORT, export).json().get("status").asText()).isEqualTo("RUNNING");
        assertThat(product.file(EXPORT, export + "/file"))
                .as("no file that looks finished")
                .isEmpty();
        Awaitility.await()
                .atMost(LONG)
                .until(() -> "DONE"
                        .equals(product.get(EXPORT, export).json().get("status").asText()));
        JsonNode done = product.get(EXPORT, export).json();
        byte[] file = product.file(EXPORT, export + "/file").orElseThrow();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo(done.get("sha256").asText());
        assertThat(done.get("documents").asInt()).isEqualTo(INVOICES);
        assertThat(papersIn(file)).hasSize(INVOICES).doesNotHaveDuplicates();
        RunningProduct.Answer again = product.post(EXPORT, "/api/v1/exports", order);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id")).isEqualTo(done.get("id"));
    }

    @Test
    void aDeliveryThatIsKilledAfterTheServerTookItsMailIsDoubtedAndNotSentTwice() throws Exception {
        killsAtMail(KILLED_AT);
        List<String> some = invoices.subList(0, MAILS);
        RunningProduct.Answer ordered = product.post(
                EXPORT,
                "/api/v1/deliveries",
                some.stream().collect(Collectors.joining("\",\"", "{\"invoiceIds\":[\"", "\"]}")));
        assertThat(ordered.status()).as("ordered").isEqualTo(202);

        ordered.json().get("items").findValuesAsText("id").forEach(id -> post("/api/v1/deliveries/" + id + "/approve"));

        Awaitility.await()
                .atMost(LONG)
                .until(() -> statuses().stream().allMatch(List.of("SENT", "DOUBTFUL")::contains));
        assertThat(statuses()).filteredOn("DOUBTFUL"::equals).hasSize(1);
        assertThat(messageIds()).hasSize(MAILS).doesNotHaveDuplicates();

        String doubtful = deliveries().findParents("status").stream()
                .filter(each -> "DOUBTFUL".equals(each.get("status").asText()))
                .map(each -> each.get("id").asText())
                .findFirst()
                .orElseThrow();
        post("/api/v1/deliveries/" + doubtful + "/confirm");
        Awaitility.await()
                .atMost(LONG)
                .until(() -> some.stream()
                        .allMatch(id -> product.get(INVOICE, "/api/v1/invoices/" + id)
                                .json()
                                .hasNonNull("sentAt")));
        assertThat(messageIds()).hasSize(MAILS).doesNotHaveDuplicates();
    }

    /** The service dies when a mail is with the server, and before it hears so. */
    private void killsAtMail(int killedAt) {
        var users = mail.getManagers().getUserManager();
        MessageDeliveryHandler mailboxes = users.getMessageDeliveryHandler();
        AtomicInteger taken = new AtomicInteger();
        users.setMessageDeliveryHandler((message, address) -> {
            if (taken.incrementAndGet() == killedAt) {
                try {
                    product.kill("export-service");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return mailboxes.handle(message, address);
        });
    }

    private List<String> issued() {
        String drafts = IntStream.range(0, INVOICES)
                .mapToObj(n -> """
                        {"customerCode":"NOVA10","kind":"INVOICE","origin":"MANUAL","reference":"leave-%d","issuedOn":"2025-08-01",
                         "subject":"Câblage %d","approve":true,
                         "lines":[{"description":"Câblage","quantity":3,"unitPrice":33.33,"vatRate":20}]}""".formatted(n, n))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        List<String> ids = new ArrayList<>();
        for (JsonNode item :
                product.post(INVOICE, "/api/v1/invoices/batch", drafts).json().get("items")) {
            String id = item.get("id").asText();
            assertThat(product.post(INVOICE, "/api/v1/invoices/" + id + "/issue", "{}")
                            .status())
                    .isEqualTo(200);
            ids.add(id);
        }
        return ids;
    }

    private void post(String path) {
        // The one that follows the kill meets a service that is starting again.
        Awaitility.await()
                .atMost(LONG)
                .until(() -> product.post(EXPORT, path, "").status() == 200);
    }

    private void awaitReady() {
        Awaitility.await().atMost(LONG).until(() -> product.isReady(EXPORT));
    }

    private JsonNode deliveries() {
        return product.get(EXPORT, "/api/v1/deliveries?limit=100").json().get("items");
    }

    private List<String> statuses() {
        RunningProduct.Answer answer = product.get(EXPORT, "/api/v1/deliveries?limit=100");
        return answer.status() == 200 ? answer.json().get("items").findValuesAsText("status") : List.of("UNKNOWN");
    }

    private List<String> messageIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static List<String> papersIn(byte[] file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(new HashSet<>(names))
                .allMatch(name -> name.endsWith(".pdf") || name.endsWith(".csv") || name.endsWith(".json"));
        return names.stream().filter(name -> name.endsWith(".pdf")).toList();
    }
}
