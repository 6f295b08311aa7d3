package fr.syaga.facturation.invoice.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;

@Path("/api/v1/invoices/{id}/payments")
@Tag(name = "Life of an invoice")
class PaymentResource {

    private final Invoices invoices;
    private final Payments payments;
    private final PaymentRecording deeds;

    PaymentResource(Invoices invoices, Payments payments, PaymentRecording deeds) {
        this.invoices = invoices;
        this.payments = payments;
        this.deeds = deeds;
    }

    /**
     * A payment as callers see it.
     *
     * @param reversalOf the payment that this one takes back; its amount is negative
     * @param reversedBy the payment that takes this one back
     * @param settlementId the settlement of many documents that made it
     */
    record PaymentView(
            UUID id,
            BigDecimal amount,
            LocalDate paidOn,
            String reference,
            String reason,
            UUID reversalOf,
            UUID reversedBy,
            UUID settlementId,
            Instant createdAt) {

        private static PaymentView of(Payment payment, UUID reversedBy) {
            return new PaymentView(
                    payment.id(),
                    payment.amount(),
                    payment.paidOn(),
                    payment.reference(),
                    payment.reason(),
                    payment.reversalOf(),
                    reversedBy,
                    payment.settlementId(),
                    payment.createdAt());
        }
    }

    /** Why a payment is taken back. */
    record Reversal(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "The payments of a document, the oldest first",
            description = "What Oxygène's list says of payments is none of them: it is in paidAmount only.")
    public Page<PaymentView> list(@RestPath String id) {
        List<Payment> all = payments.of(invoices.get(id).id());
        Map<UUID, UUID> reversals =
                all.stream().filter(Payment::isReversal).collect(Collectors.toMap(Payment::reversalOf, Payment::id));
        return new Page<>(
                all.stream()
                        .map(each -> PaymentView.of(each, reversals.get(each.id())))
                        .toList(),
                null);
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Takes a payment",
            description = "409 when it is more than what is owed. The same reference again is the same payment.")
    public InvoiceView pay(
            @RestPath String id, @HeaderParam("If-Match") IfMatch seen, @NotNull @Valid Payment.Terms terms) {
        return deeds.pay(id, seen, terms);
    }

    @POST
    @Path("/{paymentId}/reverse")
    @RolesAllowed("operator")
    @Operation(
            summary = "Takes a payment back",
            description =
                    "It stays, beside one of the opposite amount that names it and the reason. Again it changes nothing.")
    public InvoiceView reverse(
            @RestPath String id,
            @RestPath String paymentId,
            @HeaderParam("If-Match") IfMatch seen,
            @NotNull @Valid Reversal reversal) {
        return deeds.reverse(id, paymentId, seen, reversal.reason().strip());
    }
}
