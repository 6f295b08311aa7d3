package fr.syaga.facturation.invoice;

import java.util.Map;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import fr.syaga.facturation.testing.Caller;

/** What our consumers need of us, as their own tests hold it: one file each, read from their folders. */
@QuarkusTest
@Provider("invoice-service")
@PactFolder("../recurrence-service/src/test/resources/pacts")
class ConsumersTest {

    private static String issued;

    @BeforeEach
    void here(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("localhost", RestAssured.port, ""));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void whatAConsumerNeedsIsAnswered(PactVerificationContext context, HttpRequest request) {
        request.setHeader("Authorization", "Bearer " + Caller.SERVICE.token());
        context.verifyInteraction();
    }

    @State("an issued invoice of customer PACT")
    Map<String, Object> anIssuedInvoice() {
        if (issued == null) {
            issued = Ledger.issued("PACT", null, "500", "F2025079876");
        }
        return Map.of("invoiceId", issued);
    }

    @State("no customer NOBODY")
    void noCustomer() {
        // No test makes one.
    }
}
