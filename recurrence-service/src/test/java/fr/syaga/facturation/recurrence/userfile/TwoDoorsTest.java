package fr.syaga.facturation.recurrence.userfile;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.recurrence.detection.MonthHistory;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptAll;
import static fr.syaga.facturation.recurrence.RecurrenceApi.analyse;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.refused;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Contracts come from the user's configuration and from the history, in either order, and are one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class TwoDoorsTest {

    private static final JsonNode TRUTH = MonthHistory.truth();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void theMonthAsItIs() throws Exception {
        RecurrenceApi.startsEmpty(database);
        InvoiceServiceStub.servesTheMonth();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis acceptAll configuration",
                "configuration analysis acceptAll",
                "analysis configuration acceptAll",
                "configuration configuration analysis analysis acceptAll acceptAll configuration analysis",
                "analysis acceptAll configuration analysis acceptAll configuration"
            })
    void inEveryOrderAndTwiceTheContractsAreThoseOfTheTruth(String order) {
        List.of(order.split(" ")).forEach(this::take);

        JsonPath contracts = get("/contracts").extract().jsonPath();
        assertThat(contracts.getList("items.customerCode", String.class)).hasSize(9);
        for (JsonNode known : TRUTH.get("contracts")) {
            Map<String, Object> found = contracts.getMap("items.find { it.customerCode == '%s' }"
                    .formatted(known.get("customerCode").asText()));
            assertThat(found).containsEntry("since", known.get("since").asText());
            assertThat(found)
                    .containsEntry("dayOfMonth", known.get("dayOfMonth").asInt());
            assertThat(found.get("patternId")).isNotNull();
            assertThat(contracts.getList(
                            "items.find { it.customerCode == '%s' }.prices.netAmount"
                                    .formatted(known.get("customerCode").asText()),
                            Double.class))
                    .isEqualTo(StreamSupport.stream(known.get("prices").spliterator(), false)
                            .map(JsonNode::asDouble)
                            .toList());
        }
        assertThat(schedule("2025-08-01", "2025-12-31")
                        .body("count", equalTo(TRUTH.get("planCount").asInt()))
                        .extract()
                        .asString())
                .contains("\"totalNet\":20133.40");
        assertThat(get("/revenue").extract().asString()).contains("\"annualNet\":49397.60");
        get("/patterns?status=ACTIVE").body("items.decision", everyItem(equalTo("ACCEPTED")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis acceptAll configuration",
                "configuration analysis acceptAll",
                "analysis configuration acceptAll"
            })
    void theFileIsWrittenBackWithoutWhatStandsForNothing(String order) {
        List.of(order.split(" ")).forEach(this::take);

        get("/contracts/config")
                .body("keySet()", containsInAnyOrder(matchedKeys().toArray()))
                .body("ZED.forfait", equalTo(475.0f))
                .body("ZORNIBELLE.frequence", equalTo("trimestriel"))
                .body("ZENGIL.jour", equalTo(5));
    }

    @Test
    void aKeyThatStandsForNothingIsToldWithItsReason() {
        take("analysis");
        take("acceptAll");

        configure()
                .body("matched.key", contains(matchedKeys().toArray()))
                .body("matched.created", everyItem(equalTo(false)))
                .body("unmatched.key", contains("ZEXPLORE", "ZANCIENNE"))
                .body("unmatched.reason", everyItem(equalTo("Aucun client ne porte ce nom.")))
                .body("priceDiffers", hasSize(1))
                .body("priceDiffers[0].key", equalTo("ZED"))
                .body("priceDiffers[0].configured", equalTo(400.0f))
                .body("priceDiffers[0].billed", equalTo(475.0f));
    }

    @Test
    void whatTheFileAndTheHistoryDifferInIsToldByWhicheverComesSecond() {
        configure().body("matched", hasSize(8)).body("priceDiffers", empty());

        analyse().body("priceDiffers.key", contains("ZED")).body("unmatched.key", contains("ZEXPLORE", "ZANCIENNE"));
        acceptAll()
                .body("accepted", equalTo(9))
                .body("waiting", empty())
                .body("priceDiffers.billed", contains(475.0f))
                .body("unmatched", hasSize(2));
    }

    @Test
    void aFileReadBeforeAnyCustomerIsKnownIsUnderstoodAfterTheAnalysis() {
        InvoiceServiceStub.servesCustomers("");
        configure().body("matched", empty()).body("unmatched", hasSize(10));
        InvoiceServiceStub.servesTheMonth();

        analyse().body("unmatched.key", contains("ZEXPLORE", "ZANCIENNE"));

        get("/contracts").body("items", hasSize(8));
        acceptAll().body("accepted", equalTo(9));
        get("/contracts").body("items", hasSize(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration first", "analysis first"})
    void whatWasNeverBilledSoIsNoContractInEitherOrder(String order) {
        String file = "{\"ZIFFARDEAU\":" + line(330, "mensuel") + ",\"ZAXAMINE\":" + line(250, "mensuel")
                + ",\"ZORNIBELLE\":" + line(673.4, "mensuel") + "}";
        if (order.startsWith("analysis")) {
            analyse();
            configure(file).body("matched", empty());
        } else {
            configure(file).body("matched", hasSize(3));
            analyse();
        }

        configure(file)
                .body("matched", empty())
                .body("unmatched.key", contains("ZIFFARDEAU", "ZAXAMINE", "ZORNIBELLE"))
                .body("unmatched[0].reason", containsString("Jamais facturé ainsi"))
                .body("unmatched[1].reason", containsString("terminé : dernière facture le 01/06/2023"))
                .body("unmatched[2].reason", containsString("n'a pas de forfait mensuel de 673,40"));
        get("/contracts").body("items", empty());
        get("/contracts/config").body("$", not(hasKey("ZIFFARDEAU")));
        schedule("2025-08-01", "2025-12-31").body("count", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration first", "analysis first"})
    void atAnotherPriceThePatternWaitsForAPerson(String order) {
        String file = "{\"ZED\":" + line(450, "mensuel") + "}";
        if (order.startsWith("analysis")) {
            analyse();
            configure(file).body("matched", hasSize(1));
        } else {
            configure(file);
            analyse();
        }
        String contract = RecurrenceApi.contractOf("ZED01");

        acceptAll()
                .body("accepted", equalTo(8))
                .body("waiting.customerCode", contains("ZED01"))
                .body("waiting.conflictsWith", contains(contract));
        acceptAll().body("accepted", equalTo(0)).body("waiting", hasSize(1));
        get("/patterns?status=ACTIVE")
                .body("items.find { it.customerCode == 'ZED01' }.conflictsWith", equalTo(contract))
                .body("items.findAll { it.customerCode != 'ZED01' }.conflictsWith", everyItem(nullValue()));
        assertThat(planOf("ZED01")).containsOnly(450.0);

        String pattern = get("/patterns?status=ACTIVE").extract().path("items.find { it.customerCode == 'ZED01' }.id");
        post("/patterns/" + pattern + "/accept", "").body("decision", equalTo("ACCEPTED"));
        get("/contracts").body("items.findAll { it.customerCode == 'ZED01' }", hasSize(2));
    }

    @Test
    void aNewPriceInTheFileHoldsFromTheNextDueDateOfAContractThatStands() {
        take("analysis");
        take("acceptAll");

        configure("{\"ZED\":" + line(500, "mensuel") + "}").body("matched.created", contains(false));

        assertThat(planOf("ZED01")).containsOnly(500.0);
        get("/contracts").body("items.findAll { it.customerCode == 'ZED01' }", hasSize(1));
    }

    @Test
    void aContractWrittenByHandAtThePriceIsJoinedAndNotDoubled() {
        String byHand = Caller.OPERATOR
                .calls()
                .body("""
                        {"customerCode":"ZED01","label":"Maintenance","netAmount":475,"periodicity":"MONTHLY",
                         "dayOfMonth":1,"billFrom":"2025-09-01"}""")
                .post("/api/v1/contracts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        take("analysis");
        take("acceptAll");

        get("/contracts/" + byHand)
                .body("patternId", notNullValue())
                .body("since", equalTo("2020-09-01"))
                .body("billFrom", equalTo("2025-09-01"));
        get("/contracts").body("items", hasSize(9));
    }

    @Test
    void aContractThatWasBilledBeforeTheAnalysisIsNotTakenAway() {
        configure("{\"ZIFFARDEAU\":" + line(330, "mensuel") + "}");
        run("2025-08-01", "2025-08-31").body("created", equalTo(1));

        analyse();

        get("/contracts").body("items", hasSize(1));
    }

    @Test
    void aContractThatAPersonChangedIsTheirsAndStays() {
        configure("{\"ZIFFARDEAU\":" + line(330, "mensuel") + "}");
        String id = RecurrenceApi.contractOf("ZIFFA01");
        post("/contracts/" + id + "/prices", "{\"from\":\"2025-10-01\",\"netAmount\":340}");

        analyse();

        get("/contracts").body("items.id", contains(id));
    }

    @Test
    void aPatternWithAContractOfTheFileIsNotRejectedBehindIt() {
        configure();
        analyse();
        String pattern = get("/patterns?status=ACTIVE").extract().path("items.find { it.customerCode == 'ZED01' }.id");

        refused("/patterns/" + pattern + "/reject", "").body("type", containsString("pattern-has-a-contract"));
    }

    @Test
    void twoKeysForOneContractMakeOne() {
        take("analysis");
        take("acceptAll");

        configure("{\"ZLA\":" + line(1125, "mensuel") + ",\"ZEPHYR\":" + line(1125, "mensuel") + "}")
                .body("matched.key", contains("ZLA"))
                .body("unmatched.key", contains("ZEPHYR"))
                .body("unmatched[0].reason", containsString("clé ZLA"));
    }

    @Test
    void doublesOfAnEarlierReleaseAreAnAlertUntilOneIsEnded() throws Exception {
        take("analysis");
        take("acceptAll");
        String second = write("ZED01", "\"netAmount\":475");

        get("/anomalies?asOf=2025-07-31")
                .body("items.findAll { it.kind == 'DOUBLE_CONTRACT' }.contractId", contains(second))
                .body("items.find { it.kind == 'DOUBLE_CONTRACT' }.wayOut", containsString("/end"));

        post("/contracts/" + second + "/end", "{\"until\":\"2025-08-01\"}");
        get("/anomalies?asOf=2025-08-02").body("items.findAll { it.kind == 'DOUBLE_CONTRACT' }", empty());
    }

    private void take(String step) {
        switch (step) {
            case "analysis" -> analyse();
            case "acceptAll" -> acceptAll();
            default -> configure();
        }
    }

    private static ValidatableResponse configure() {
        try {
            return configure(Files.readString(MonthHistory.FOLDER.resolve("config_recurrent_definitif.json")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ValidatableResponse configure(String file) {
        return Caller.OPERATOR
                .calls()
                .body(file)
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(200);
    }

    private static String line(double amount, String frequency) {
        return "{\"forfait\":%s,\"frequence\":\"%s\",\"jour\":1,\"description\":\"Forfait %s\"}"
                .formatted(amount, frequency, frequency);
    }

    private static List<String> matchedKeys() {
        return StreamSupport.stream(
                        java.util.Spliterators.spliteratorUnknownSize(
                                TRUTH.get("config").get("matched").fieldNames(), 0),
                        false)
                .collect(Collectors.toList());
    }

    private static List<Double> planOf(String customer) {
        return schedule("2025-08-01", "2025-12-31")
                .extract()
                .jsonPath()
                .getList("occurrences.findAll { it.customerCode == '%s' }.netAmount".formatted(customer), Double.class);
    }
}
