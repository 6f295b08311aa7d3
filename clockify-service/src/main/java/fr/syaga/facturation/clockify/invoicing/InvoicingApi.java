package fr.syaga.facturation.clockify.invoicing;

import java.io.InputStream;
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
    @Path("/customers")
    CustomerPage customers(@QueryParam("cursor") String cursor, @QueryParam("limit") int limit);

    @POST
    @Path("/invoices/batch")
    BatchAnswer draft(@QueryParam("view") String view, Batch batch);

    @GET
    @Path("/invoices/stream")
    @Produces(JsonLines.MEDIA_TYPE)
    InputStream invoices(@QueryParam("id") List<UUID> ids);

    @GET
    @Path("/invoices/stream")
    @Produces(JsonLines.MEDIA_TYPE)
    InputStream issued(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);

    /** A page of customers. */
    record CustomerPage(List<Customer> items, String nextCursor) {}

    /** Drafts to make. */
    record Batch(List<Draft> items) {}

    /** A result for each draft. */
    record BatchAnswer(List<DraftResult> items) {}
}
