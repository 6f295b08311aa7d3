package fr.syaga.facturation.export.invoicing;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import fr.syaga.facturation.edge.JsonLines;
import fr.syaga.facturation.edge.ServiceToken;

/** The calls to invoice-service. */
@RegisterRestClient(configKey = "invoicing")
@RegisterProvider(ServiceToken.class)
@Path("/api/v1")
interface InvoicingApi {

    @ClientObjectMapper
    static ObjectMapper json(ObjectMapper common) {
        return NeighbourText.cleaned(common);
    }

    @GET
    @Path("/invoices/stream")
    @Produces(JsonLines.MEDIA_TYPE)
    InputStream stream(
            @QueryParam("status") List<String> status,
            @QueryParam("origin") List<String> origin,
            @QueryParam("kind") List<String> kind,
            @QueryParam("customer") List<String> customer,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("id") List<String> ids);

    @GET
    @Path("/invoices/{id}")
    Invoice invoice(@PathParam("id") UUID id);

    @GET
    @Path("/invoices/{id}/document")
    @Produces("application/pdf")
    byte[] document(@PathParam("id") UUID id);

    @GET
    @Path("/issuer")
    LegalFacts.Issuer issuer();

    @GET
    @Path("/issuer/logo")
    @Produces({"image/png", "image/svg+xml"})
    byte[] logo();

    @GET
    @Path("/customers/{code}")
    Customer customer(@PathParam("code") String code);

    @GET
    @Path("/customers")
    Customers customers(@QueryParam("cursor") String cursor, @QueryParam("limit") int limit);

    @POST
    @Path("/invoices/exported")
    @Consumes(MediaType.APPLICATION_JSON)
    ExportNotice.Answer exported(ExportNotice departure);

    @GET
    @Path("/invoices/{id}/legal-mentions")
    LegalFacts legalMentions(@PathParam("id") UUID id);

    @POST
    @Path("/invoices/{id}/sent")
    @Consumes(MediaType.APPLICATION_JSON)
    void sent(@PathParam("id") UUID id, Sending sending);

    /** When a document left for its customer, and for which addresses; both may be left open. */
    record Sending(Instant sentAt, List<String> recipients) {}

    /** A page of customers. */
    record Customers(List<Customer> items, String nextCursor) {}
}
