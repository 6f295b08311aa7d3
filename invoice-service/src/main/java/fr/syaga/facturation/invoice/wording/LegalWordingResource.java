package fr.syaga.facturation.invoice.wording;

import java.time.LocalDate;
import java.util.List;

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
import org.jboss.resteasy.reactive.ResponseStatus;

import fr.syaga.facturation.edge.Rejection;

@Path("/api/v1/legal-wordings")
@Tag(name = "What the law says")
class LegalWordingResource {

    private final LegalWordings wordings;

    LegalWordingResource(LegalWordings wordings) {
        this.wordings = wordings;
    }

    /** A wording as callers see it; {@code to} is its last day, null while no other is known to follow. */
    record WordingView(WordingCode code, String text, String source, LocalDate from, LocalDate to) {

        static WordingView of(LegalWording wording) {
            return new WordingView(
                    wording.code(), wording.text(), wording.source(), wording.validFrom(), wording.validTo());
        }
    }

    /** A new wording and the first day of the invoices that bear it. */
    record WordingChange(
            @NotNull WordingCode code,
            @NotBlank @Size(max = 1000) String text,
            @Size(max = 200) String source,
            @NotNull LocalDate from) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "All legal wordings with the days between which they hold")
    public List<WordingView> list() {
        return wordings.inOrder().stream().map(WordingView::of).toList();
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "A wording changes from a day on",
            description =
                    "Documents already issued keep theirs. 409 when it begins before the present one of its code.")
    public WordingView change(@NotNull @Valid WordingChange change) {
        for (LegalWording wording : wordings.list("code", change.code())) {
            if (!wording.validFrom().isBefore(change.from())) {
                throw Rejection.conflict(
                        "wording-begins-too-early",
                        "There is a wording of %s from %s on: choose a later day."
                                .formatted(change.code(), wording.validFrom()));
            }
            if (wording.reaches(change.from())) {
                wording.endBefore(change.from());
            }
        }
        LegalWording wording = new LegalWording(change.code(), change.text(), change.source(), change.from());
        wordings.persistAndFlush(wording);
        return WordingView.of(wording);
    }
}
