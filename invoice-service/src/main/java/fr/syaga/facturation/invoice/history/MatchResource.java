package fr.syaga.facturation.invoice.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.money.Money;

@Path("/api/v1/matches")
@Tag(name = "Numbers learnt from Oxygène")
class MatchResource {

    private final PendingNumbers pending;
    private final Invoices invoices;

    MatchResource(PendingNumbers pending, Invoices invoices) {
        this.pending = pending;
        this.invoices = invoices;
    }

    /** Why something waits: a row that fits several invoices, or an exported invoice that the list does not have. */
    enum Question {
        AMBIGUOUS,
        MISSING
    }

    /** What a person has to settle; candidates are the invoices that an ambiguous row fits. */
    record Match(
            Question question,
            String number,
            UUID invoiceId,
            String customerCode,
            LocalDate issuedOn,
            BigDecimal netAmount,
            List<UUID> candidates) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Rows of Oxygène's list and exported invoices whose match a person has to settle")
    public Page<Match> list() {
        List<Match> matches = new ArrayList<>();
        pending.listAll(io.quarkus.panache.common.Sort.by("number")).forEach(row -> matches.add(ambiguous(row)));
        invoices.list("status = APPROVED and dispatch.exportedAt is not null order by issuedOn, id").stream()
                .map(MatchResource::missing)
                .forEach(matches::add);
        return new Page<>(matches, null);
    }

    private Match ambiguous(PendingNumber row) {
        List<UUID> candidates =
                invoices.awaitingNumber(row.customerCode(), row.issuedOn(), Money.of(row.netAmount())).stream()
                        .map(Invoice::id)
                        .toList();
        return new Match(
                Question.AMBIGUOUS,
                row.number(),
                null,
                row.customerCode(),
                row.issuedOn(),
                row.netAmount(),
                candidates);
    }

    private static Match missing(Invoice invoice) {
        return new Match(
                Question.MISSING,
                null,
                invoice.id(),
                invoice.customerCode(),
                invoice.issuedOn(),
                invoice.net().amount(),
                List.of());
    }
}
