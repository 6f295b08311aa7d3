package fr.syaga.facturation.invoice.journal;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.RequestValue;

@Path("/api/v1/journal")
@Tag(name = "Journal")
class JournalResource {

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    /** An entry as callers see it, its facts as JSON. */
    record EntryView(
            long sequence,
            Instant at,
            String actor,
            JournalEvent deed,
            UUID invoiceId,

            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            String facts,

            String previousHash,
            String hash) {

        static EntryView of(JournalEntry entry) {
            return new EntryView(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    entry.deed(),
                    entry.invoiceId(),
                    entry.facts(),
                    entry.previousHash(),
                    entry.hash());
        }
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "What happened to documents, the oldest first; of one document with invoiceId")
    public Page<EntryView> list(
            @QueryParam("invoiceId") String invoiceId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int size = Page.limit(RequestValue.number("limit", limit));
        UUID invoice = invoiceId == null ? null : RequestValue.id("invoice", invoiceId);
        Page<JournalEntry> page = Page.of(
                journal.after(Page.keyOf(cursor, Long::valueOf).orElse(0L), invoice, size + 1),
                size,
                entry -> Long.toString(entry.sequence()));
        return new Page<>(page.items().stream().map(EntryView::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/verify")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Recomputes the whole chain and names the first entry that was changed")
    public Journal.Verification verify() {
        return journal.verify();
    }
}
