package fr.syaga.facturation.recurrence.invoicing;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import fr.syaga.facturation.edge.JsonLines;
import fr.syaga.facturation.edge.ServiceToken;

/** What we ask of invoice-service. */
@RegisterRestClient(configKey = "invoicing")
@RegisterProvider(ServiceToken.class)
@Path("/api/v1")
interface InvoicingApi {

    @GET
    @Path("/invoices/stream")
    @Produces(JsonLines.MEDIA_TYPE)
    InputStream invoices(
            @QueryParam("status") List<String> statuses,
            @QueryParam("kind") String kind,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("fields") String fields);

    @POST
    @Path("/invoices/states")
    States states(Ids ids);

    @GET
    @Path("/customers")
    CustomerPage customers(@QueryParam("cursor") String cursor, @QueryParam("limit") int limit);

    @POST
    @Path("/invoices/batch")
    BatchAnswer draft(Batch batch);

    /** A document by its id alone. */
    record DocumentId(UUID id) {}

    /** Documents by their ids, at most 1,000. */
    record Ids(List<UUID> ids) {}

    /** Where documents are in their lives. */
    record States(List<DocumentState> items) {}

    /** What became of a document. */
    record DocumentState(UUID id, String status, String number) {}

    /** What a credit note takes back, negative. */
    record Credit(UUID creditOf, BigDecimal netAmount) {}

    /** A page of customers. */
    record CustomerPage(List<Customer> items, String nextCursor) {}

    /** Drafts to make. */
    record Batch(List<Draft> items) {}

    /** A result for each draft. */
    record BatchAnswer(List<DraftResult> items) {}
}
