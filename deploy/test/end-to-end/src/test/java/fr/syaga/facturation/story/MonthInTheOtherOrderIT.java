package fr.syaga.facturation.story;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import fr.syaga.facturation.clockify.fake.FakeClockify;

import static fr.syaga.facturation.story.MonthTruth.amount;
import static org.assertj.core.api.Assertions.assertThat;

/** The same month with everything the other way round: time before the customers, configuration before the history. */
@Tag("nightly")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthInTheOtherOrderIT {

    private static final int INVOICE = 1;
    private static final int RECURRENCE = 2;
    private static final int CLOCKIFY = 3;

    private final MonthTruth truth = new MonthTruth();
    private FakeClockify clockify;
    private RunningProduct product;

    @BeforeAll
    void theProductRunsWithTheFirmsClockify() throws Exception {
        clockify = FakeClockify.start(0, MonthTruth.file("workspace.json"), "a-key-of-the-test");
        product = new RunningProduct(Path.of("target", "month-other-order"), MonthIT.settings(clockify));
        product.command("reset");
        RunningProduct.Ended up = product.command("up");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    @AfterAll
    void everythingStops() throws Exception {
        clockify.close();
        assertThat(product.command("down").exit()).isZero();
    }

    @Test
    void timeAndConfigurationBeforeTheHistoryGiveTheSameMonth() throws IOException {
        product.post(CLOCKIFY, "/api/v1/sync", "{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}");
        product.upload(INVOICE, "/api/v1/imports/history", MonthTruth.file("Factures clients.csv"));
        configuration();
        product.post(RECURRENCE, "/api/v1/analyses", "{\"asOf\":\"2025-07-31\"}");
        product.post(RECURRENCE, "/api/v1/patterns/accept-all", "");

        new MonthContracts(product, truth).hold(configuration());

        MonthTruth.layouts()
                .forEach((code, layout) -> product.put(CLOCKIFY, "/api/v1/billing-layouts/" + code, layout.toString()));
        product.put(CLOCKIFY, "/api/v1/customer-mappings", "{\"items\":%s}".formatted(truth.at("/choices")));
        JsonNode preview =
                product.get(CLOCKIFY, "/api/v1/billing/preview?month=2025-07").json();
        assertThat(truth.shown(preview.get("drafts"))).isEqualTo(truth.drafts());
        assertThat(amount(preview.get("totalNet"))).isEqualTo(amount(truth.at("/july/totalNet")));
    }

    private JsonNode configuration() {
        return product.put(RECURRENCE, "/api/v1/contracts/config", MonthTruth.text("config_recurrent_definitif.json"))
                .json();
    }
}
