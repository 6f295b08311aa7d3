package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

@Path("/api/v1/receivables")
@Tag(name = "What is owed, what is unfinished")
class SettlementResource {

    private final Settling settling;
    private final DeclaredSettlements settlements;
    private final BusinessDate date;

    SettlementResource(Settling settling, DeclaredSettlements settlements, BusinessDate date) {
        this.settling = settling;
        this.settlements = settlements;
        this.date = date;
    }

    /**
     * That everything issued before a day is paid.
     *
     * @param reason why somebody knows; may be absent when only asked what would be settled
     * @param dryRun true: says what would be settled and writes nothing
     */
    record Declaration(
            @NotNull LocalDate before, @Size(max = 500) String reason, boolean dryRun) {}

    /** Why a settlement is taken back. */
    record Undoing(@NotBlank @Size(max = 500) String reason) {}

    /**
     * A settlement as callers see it.
     *
     * @param amount what was open, with VAT, credit notes subtracted
     * @param journalEntry the sequence number of its entry in the journal; null of a dry run
     */
    record SettlementView(
            UUID id,
            LocalDate before,
            String reason,
            boolean dryRun,
            long invoices,
            long creditNotes,
            BigDecimal amount,
            Long journalEntry,
            String declaredBy,
            Instant createdAt,
            Instant undoneAt,
            String undoReason) {

        private static SettlementView of(DeclaredSettlement done) {
            OpenSum sum = done.sum();
            return new SettlementView(
                    done.id(),
                    done.before(),
                    done.reason(),
                    false,
                    sum.invoices(),
                    sum.creditNotes(),
                    sum.amount().amount(),
                    done.journalEntry(),
                    done.declaredBy(),
                    done.createdAt(),
                    done.undoneAt(),
                    done.undoReason());
        }

        private static SettlementView wouldBe(Declaration asked, OpenSum sum) {
            return new SettlementView(
                    null,
                    asked.before(),
                    asked.reason(),
                    true,
                    sum.invoices(),
                    sum.creditNotes(),
                    sum.amount().amount(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    @POST
    @Path("/settle")
    @RolesAllowed("operator")
    @Operation(
            summary = "Says that everything issued before a day is paid",
            description =
                    "Each open issued document before it, imported ones too, is paid in full by a payment that names the settlement. Oxygène's list does not take that back. Again it changes nothing.")
    public SettlementView settle(@NotNull @Valid Declaration declaration) {
        LocalDate before = RequestValue.date("before", declaration.before().toString());
        if (before.isAfter(date.today())) {
            throw Rejection.invalid("before", "is after today: nobody knows what will be paid by then");
        }
        if (declaration.dryRun()) {
            return SettlementView.wouldBe(declaration, settling.open(before));
        }
        if (declaration.reason() == null || declaration.reason().isBlank()) {
            throw Rejection.invalid(
                    "reason", "says how it is known that all of it is paid, such as 'payé avant la reprise'");
        }
        return SettlementView.of(settling.settle(before, declaration.reason().strip()));
    }

    @GET
    @Path("/settlements")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "What was said to be paid before a day, the newest first")
    public Page<SettlementView> list() {
        return new Page<>(settlements.newest().stream().map(SettlementView::of).toList(), null);
    }

    @POST
    @Path("/settlements/{id}/undo")
    @RolesAllowed("operator")
    @Operation(
            summary = "Takes a settlement back",
            description =
                    "Each payment that it made is taken back by one of the opposite amount; the documents are open as before. Again it changes nothing.")
    public SettlementView undo(@RestPath String id, @NotNull @Valid Undoing undoing) {
        return SettlementView.of(settling.undo(
                RequestValue.id("settlement", id), undoing.reason().strip()));
    }
}
