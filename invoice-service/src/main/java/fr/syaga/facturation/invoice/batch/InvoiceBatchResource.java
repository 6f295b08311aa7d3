package fr.syaga.facturation.invoice.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.drafting.InvoiceDraft;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.life.InvoiceChanges;

/** Deeds on many documents in one call: each succeeds or fails alone, and the answer says which. */
@Path("/api/v1/invoices")
@Tag(name = "Invoices")
public class InvoiceBatchResource {

    static final int MAX_ITEMS = 1000;

    private final BatchDrafting drafting;
    private final BatchChanges batch;
    private final InvoiceChanges deeds;
    private final Invoices invoices;
    private final Validator validator;

    InvoiceBatchResource(
            BatchDrafting drafting, BatchChanges batch, InvoiceChanges deeds, Invoices invoices, Validator validator) {
        this.drafting = drafting;
        this.batch = batch;
        this.deeds = deeds;
        this.invoices = invoices;
        this.validator = validator;
    }

    /** Many drafts; an item may ask to be approved at once. */
    record Batch(@NotEmpty @Size(max = MAX_ITEMS) List<@NotNull Item> items) {}

    /** A draft and whether it is approved at once. */
    record Item(@JsonUnwrapped InvoiceDraft draft, boolean approve) {}

    /** Many documents by their ids. */
    record Ids(@NotEmpty @Size(max = MAX_ITEMS) List<@NotNull UUID> ids) {}

    /** Documents that left in one file, each with its key there. */
    record Exported(
            @NotNull @Size(max = 100) String exportId,
            @NotEmpty @Size(max = MAX_ITEMS) List<@NotNull @Valid Key> items) {}

    /** A document and its key in the file. */
    record Key(@NotNull UUID id, @Size(max = 100) String key) {}

    /** What became of each item, in the order of the request. */
    record Outcomes(List<BatchOutcome> items) {

        private static Outcomes inOrder(Stream<BatchOutcome> outcomes) {
            return new Outcomes(
                    outcomes.sorted(Comparator.comparing(BatchOutcome::index)).toList());
        }
    }

    /** How much an answer says of each document: what became of it, or the whole of it. */
    enum View {
        SHORT,
        FULL
    }

    /** Where some documents are in their lives; one that was dropped is absent. */
    record States(List<State> items) {}

    /** Where a document is in its life, and its number once it has one. */
    public record State(UUID id, InvoiceStatus status, String number) {}

    @POST
    @Path("/batch")
    @RolesAllowed("operator")
    @Operation(
            summary = "Writes many drafts",
            description =
                    "Up to 1,000; each succeeds or fails alone. result is CREATED, EXISTING or FAILED. With view=full each item holds its whole document.")
    public Outcomes batch(@NotNull @Valid Batch batch, @QueryParam("view") String view) {
        List<BatchOutcome> refused = new ArrayList<>();
        List<InChunks.Item<BatchDrafting.Asked>> asked = new ArrayList<>();
        for (int index = 0; index < batch.items().size(); index++) {
            Item item = batch.items().get(index);
            String name = item.draft() == null ? null : item.draft().reference();
            try {
                checkForm(item.draft());
                asked.add(new InChunks.Item<>(index, name, new BatchDrafting.Asked(item.draft(), item.approve())));
            } catch (Rejection e) {
                refused.add(BatchOutcome.refused(index, name, e));
            }
        }
        return Outcomes.inOrder(Stream.concat(refused.stream(), drafting.draft(asked, isWhole(view)).stream()));
    }

    @POST
    @Path("/approve")
    @RolesAllowed("operator")
    @Operation(
            summary = "Approves many drafts",
            description = "Each alone. result is APPROVED, ALREADY (it was approved or issued before) or FAILED.")
    public Outcomes approve(@NotNull @Valid Ids ids, @QueryParam("view") String view) {
        return each(ids.ids(), Function.identity(), "APPROVED", view, (id, invoice) -> deeds.approve(invoice));
    }

    @POST
    @Path("/issue")
    @RolesAllowed("operator")
    @Operation(
            summary = "Gives many documents the next legal numbers of our own series",
            description =
                    "In the order of the request, each alone. result is ISSUED, ALREADY or FAILED; all fail while Oxygène owns the number.")
    public Outcomes issue(@NotNull @Valid Ids ids, @QueryParam("view") String view) {
        return each(ids.ids(), Function.identity(), "ISSUED", view, (id, invoice) -> deeds.issue(invoice));
    }

    @POST
    @Path("/exported")
    @RolesAllowed("operator")
    @Operation(
            summary = "Marks documents as having left for Oxygène",
            description = "Each alone. result is MARKED, ALREADY or FAILED.")
    public Outcomes exported(@NotNull @Valid Exported exported, @QueryParam("view") String view) {
        return each(
                exported.items(),
                Key::id,
                "MARKED",
                view,
                (item, invoice) -> deeds.export(invoice, exported.exportId(), item.key()));
    }

    @POST
    @Path("/states")
    @RolesAllowed("reader")
    @Operation(
            summary = "Tells where many documents are in their lives",
            description = "Status and number by id, for whoever made them; what was dropped is absent.")
    public States states(@NotNull @Valid Ids ids) {
        return new States(invoices.find("select id, status, number from Invoice where id in ?1", ids.ids())
                .project(State.class)
                .list());
    }

    private static boolean isWhole(String view) {
        return RequestValue.oneOf(View.class, "view", view) == View.FULL;
    }

    private <T> Outcomes each(
            List<T> items, Function<T, UUID> id, String done, String view, BatchChanges.Change<T> deed) {
        List<InChunks.Item<BatchChanges.On<T>>> asked = new ArrayList<>();
        for (T item : items) {
            asked.add(new InChunks.Item<>(
                    asked.size(), id.apply(item).toString(), new BatchChanges.On<>(id.apply(item), item)));
        }
        return Outcomes.inOrder(batch.each(asked, done, isWhole(view), deed).stream());
    }

    private void checkForm(InvoiceDraft draft) {
        if (draft == null) {
            throw Rejection.invalid("items", "an item is no draft");
        }
        Set<ConstraintViolation<InvoiceDraft>> violations = validator.validate(draft);
        if (!violations.isEmpty()) {
            String detail = violations.stream()
                    .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                    .sorted()
                    .collect(Collectors.joining("; "));
            throw Rejection.invalid("item", detail);
        }
    }
}
