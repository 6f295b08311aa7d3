package fr.syaga.facturation.invoice.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;

/** Deeds on many documents in one call: each succeeds or fails alone, and the answer says which. */
@Path("/api/v1/invoices")
@Tag(name = "Invoices")
class InvoiceBatchResource {

    static final int MAX_ITEMS = 1000;

    private static final Logger LOG = Logger.getLogger(InvoiceBatchResource.class);
    private static final int UNEXPECTED = 500;

    private final InvoiceDrafting drafting;
    private final InvoiceLife life;
    private final Validator validator;

    InvoiceBatchResource(InvoiceDrafting drafting, InvoiceLife life, Validator validator) {
        this.drafting = drafting;
        this.life = life;
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
    record Outcomes(List<Outcome> items) {}

    /** What became of one item: the document, or the problem that it met. */
    record Outcome(int index, UUID id, String reference, String result, InvoiceView invoice, ItemProblem problem) {}

    /** The problem document of one item. */
    record ItemProblem(int status, String type, String detail) {}

    @POST
    @Path("/batch")
    @RolesAllowed("operator")
    @Operation(
            summary = "Writes many drafts",
            description = "Up to 1,000; each in a transaction of its own. result is CREATED, EXISTING or FAILED.")
    public Outcomes batch(@NotNull @Valid Batch batch) {
        return each(
                batch.items(),
                (index, item) -> {
                    checkForm(item.draft());
                    InvoiceDrafting.Outcome made = drafting.draft(item.draft(), null, item.approve());
                    return done(index, made.created() ? "CREATED" : "EXISTING", made.invoice());
                },
                item -> item.draft() == null ? null : item.draft().reference());
    }

    @POST
    @Path("/approve")
    @RolesAllowed("operator")
    @Operation(
            summary = "Approves many drafts",
            description = "Each alone. result is APPROVED, ALREADY (it was approved or issued before) or FAILED.")
    public Outcomes approve(@NotNull @Valid Ids ids) {
        return each(
                ids.ids(),
                (index, id) -> {
                    InvoiceLife.Outcome outcome = life.approve(id.toString(), null);
                    return done(index, outcome.changed() ? "APPROVED" : "ALREADY", outcome.invoice());
                },
                UUID::toString);
    }

    @POST
    @Path("/exported")
    @RolesAllowed("operator")
    @Operation(
            summary = "Marks documents as having left for Oxygène",
            description = "Each alone. result is MARKED, ALREADY or FAILED.")
    public Outcomes exported(@NotNull @Valid Exported exported) {
        return each(
                exported.items(),
                (index, item) -> {
                    InvoiceLife.Outcome outcome = life.exported(item.id().toString(), exported.exportId(), item.key());
                    return done(index, outcome.changed() ? "MARKED" : "ALREADY", outcome.invoice());
                },
                item -> item.id().toString());
    }

    private interface Deed<T> {
        Outcome on(int index, T item);
    }

    private static <T> Outcomes each(List<T> items, Deed<T> deed, Function<T, String> name) {
        List<Outcome> outcomes = new ArrayList<>();
        for (T item : items) {
            int index = outcomes.size();
            try {
                outcomes.add(deed.on(index, item));
            } catch (Rejection e) {
                outcomes.add(failed(
                        index, name.apply(item), e.getStatusCode(), e.getType().toString(), e.getDetail()));
            } catch (RuntimeException e) {
                LOG.errorf(e, "Item %d (%s) of a batch failed", index, name.apply(item));
                outcomes.add(failed(
                        index,
                        name.apply(item),
                        UNEXPECTED,
                        "urn:facturation:problem:unexpected",
                        "An unexpected error; it was logged."));
            }
        }
        return new Outcomes(outcomes);
    }

    private static Outcome done(int index, String result, InvoiceView invoice) {
        return new Outcome(index, invoice.id(), invoice.reference(), result, invoice, null);
    }

    private static Outcome failed(int index, String name, int status, String type, String detail) {
        return new Outcome(index, null, name, "FAILED", null, new ItemProblem(status, type, detail));
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
