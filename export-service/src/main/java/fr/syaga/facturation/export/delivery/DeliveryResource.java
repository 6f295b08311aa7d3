package fr.syaga.facturation.export.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.RequestValue;

/** Documents by mail to their customers. */
@Path("/api/v1/deliveries")
public class DeliveryResource {

    private static final String PDF = "application/pdf";
    private static final int MOST_AT_ONCE = 200;

    private final DeliveryOrder order;
    private final DeliveryWorker worker;
    private final Deliveries deliveries;
    private final DryRun dryRun;
    private final LatestPaper paper;
    private final LatestAddress address;
    private final SecurityIdentity caller;

    DeliveryResource(
            DeliveryOrder order,
            DeliveryWorker worker,
            Deliveries deliveries,
            DryRun dryRun,
            LatestPaper paper,
            LatestAddress address,
            SecurityIdentity caller) {
        this.order = order;
        this.worker = worker;
        this.deliveries = deliveries;
        this.dryRun = dryRun;
        this.paper = paper;
        this.address = address;
        this.caller = caller;
    }

    /** Which invoices to mail. */
    public record DeliveryRequest(
            @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull UUID> invoiceIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            summary =
                    "Orders mails with these invoices; each waits for a person's yes unless the settings say otherwise",
            description =
                    "An invoice that was ordered before is answered with its delivery; nothing is sent twice. What cannot be"
                            + " mailed is in skipped with its reason, and the others are ordered; when nothing can, it is a 409.")
    @APIResponse(
            responseCode = "202",
            description = "Ordered; Location tells where to look",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(
            responseCode = "200",
            description = "All of them were ordered before",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response order(@NotNull @Valid DeliveryRequest request) {
        DeliveryOrder.Taken taken =
                order.take(request.invoiceIds(), caller.getPrincipal().getName());
        worker.wake();
        return Response.status(taken.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(location(taken.deliveries()))
                .entity(new DeliveryPage(taken.deliveries(), null, taken.skipped()))
                .build();
    }

    /** The deliveries of an order, and what of it is not mailed. */
    public record DeliveryPage(List<DeliveryView> items, String nextCursor, List<SkippedMail> skipped) {}

    private static URI location(List<DeliveryView> ordered) {
        return URI.create(
                ordered.size() == 1
                        ? "/api/v1/deliveries/" + ordered.get(0).id()
                        : ordered.stream()
                                .map(delivery -> "invoice=" + delivery.invoiceId())
                                .collect(Collectors.joining("&", "/api/v1/deliveries?limit=1000&", "")));
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Deliveries, the latest first")
    public Page<DeliveryView> list(
            @QueryParam("status") String status,
            @QueryParam("invoice") List<String> invoices,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int most = Page.limit(RequestValue.number("limit", limit));
        List<UUID> ids =
                invoices.stream().map(id -> RequestValue.id("invoice", id)).toList();
        List<DeliveryView> found =
                deliveries
                        .latest(cursor, RequestValue.oneOf(Delivery.Status.class, "status", status), ids, most + 1)
                        .stream()
                        .map(DeliveryView::of)
                        .toList();
        return Page.of(found, most, delivery -> delivery.createdAt() + " " + delivery.id());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One delivery: what the mail says, and what became of it")
    public DeliveryView get(@PathParam("id") String id) {
        return DeliveryView.of(deliveries.get(RequestValue.id("delivery", id)));
    }

    @GET
    @Path("/{id}/document.pdf")
    @Produces(PDF)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The document that the mail carries")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(@PathParam("id") String id) {
        Delivery delivery = deliveries.get(RequestValue.id("delivery", id));
        return Response.ok(deliveries.enclosure(delivery.id()).document())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s\"".formatted(MailSender.documentName(delivery)))
                .build();
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("operator")
    @Operation(
            summary = "A person's yes: the mail leaves; again after a doubt or a refusal",
            description =
                    "One that waits or was refused goes to the customer's address of now; addressChangedFrom says so.")
    public DeliveryView approve(@PathParam("id") String id) {
        UUID known = RequestValue.id("delivery", id);
        paper.require(known);
        Optional<List<String>> latest = address.of(known);
        DeliveryView approved = deed(id, delivery -> {
            dryRun.require(delivery);
            latest.ifPresent(delivery::readdress);
            delivery.approve(user(), Instant.now());
        });
        worker.wake();
        return approved;
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed("operator")
    @Operation(summary = "A person found out that a doubtful mail has arrived; it is not sent again")
    public DeliveryView confirm(@PathParam("id") String id) {
        DeliveryView confirmed = deed(id, delivery -> delivery.confirm(user(), Instant.now()));
        worker.wake();
        return confirmed;
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("operator")
    @Operation(summary = "The mail does not leave; the invoice can be ordered anew, with the customer's data of then")
    public DeliveryView cancel(@PathParam("id") String id) {
        return deed(id, delivery -> delivery.cancel(user(), Instant.now()));
    }

    private DeliveryView deed(String id, Consumer<Delivery> deed) {
        UUID known = RequestValue.id("delivery", id);
        return QuarkusTransaction.requiringNew().call(() -> {
            Delivery delivery = deliveries.locked(known);
            deed.accept(delivery);
            return DeliveryView.of(delivery);
        });
    }

    private String user() {
        return caller.getPrincipal().getName();
    }
}
