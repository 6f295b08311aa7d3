package fr.syaga.facturation.export.selection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceQuery;

/**
 * Which documents to export; every field may be left out. {@code status}, {@code origin}, {@code kind}, {@code customer} and
 * {@code ids} take one value or a list, and null for all of them. Without a status the approved and the issued ones are meant. Quotes
 * are only meant when {@code kind} or {@code ids} says so.
 *
 * @param from the first invoice date, inclusive
 * @param to the last invoice date, inclusive
 */
public record ExportFilter(
        LocalDate from,
        LocalDate to,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull String> status,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull String> origin,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull String> kind,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull String> customer,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull UUID> ids) {

    /** A list that came out empty is a mistake of the caller's; taken for "all", it would send everything. */
    private static final String NONE = "must not be empty; leave it out for all";

    public static final String ONLY_INVOICES =
            "A quote is no invoice: it is never in %s. Order PDF for its paper, or leave quotes out.";

    private static final List<String> WORTH_EXPORTING =
            List.of(Invoice.Status.APPROVED.name(), Invoice.Status.ISSUED.name());
    private static final List<String> ISSUED = List.of(Invoice.Status.ISSUED.name());
    private static final List<String> OPEN_QUOTES =
            List.of(Invoice.Status.DRAFT.name(), Invoice.Status.SENT.name(), Invoice.Status.ACCEPTED.name());
    private static final List<String> NOT_FROM_OXYGENE =
            List.of(Invoice.Origin.RECURRENCE.name(), Invoice.Origin.TIME.name(), Invoice.Origin.MANUAL.name());

    public static ExportFilter everything() {
        return new ExportFilter(null, null, null, null, null, null, null);
    }

    /**
     * The question to invoice-service.
     *
     * @throws Rejection 400 for an unknown status or origin, or dates the wrong way round; 409 when drafts are asked for in a
     *     format that they never leave in
     */
    public InvoiceQuery query(Format format) {
        some(status).forEach(name -> known("filter.status", name, Invoice.Status.values()));
        some(origin).forEach(name -> known("filter.origin", name, Invoice.Origin.values()));
        some(kind).forEach(name -> known("filter.kind", name, Invoice.Kind.values()));
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejection.invalid("filter.from", "must not be after to");
        }
        requireStatus(format);
        return new InvoiceQuery(
                wantedStatus(format),
                wantedOrigin(format),
                some(kind),
                some(customer),
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                some(ids).stream().map(UUID::toString).toList());
    }

    private void requireStatus(Format format) {
        if (format.isOfIssued() && format != Format.PDF && wantsQuotes()) {
            throw Rejection.conflict("only-invoices", ONLY_INVOICES.formatted(format));
        }
        if (onlyQuotes()) {
            return;
        }
        if (format == Format.OXYGENE_XML && !WORTH_EXPORTING.containsAll(some(status))) {
            throw Rejection.conflict(
                    "only-approved-invoices-leave",
                    "Only APPROVED and ISSUED invoices leave for Oxygène; drafts and cancelled ones never do.");
        }
        if (format.isOfIssued() && !ISSUED.containsAll(some(status))) {
            throw Rejection.conflict(
                    "only-issued-documents",
                    "Only ISSUED documents have a number and go to a customer or a journal; a preview of others is at /api/v1/invoices/{id}/preview.pdf.");
        }
    }

    private List<String> wantedStatus(Format format) {
        if (status != null || ids != null) {
            return some(status);
        }
        if (onlyQuotes()) {
            return format == Format.OXYGENE_XML ? OPEN_QUOTES : List.of();
        }
        List<String> invoices = format.isOfIssued() ? ISSUED : WORTH_EXPORTING;
        return wantsQuotes()
                ? Stream.concat(invoices.stream(), OPEN_QUOTES.stream().skip(1)).toList()
                : invoices;
    }

    /** What came from Oxygène's own list is there already: unless it is named, it is not even a candidate. */
    private List<String> wantedOrigin(Format format) {
        boolean ours = format == Format.OXYGENE_XML || format.isPaper();
        return origin == null && ids == null && ours ? NOT_FROM_OXYGENE : some(origin);
    }

    /** Quotes are no part of what is meant unless they are named, by kind or one by one. */
    public boolean mayNameQuotes() {
        return wantsQuotes() || ids != null;
    }

    private boolean wantsQuotes() {
        return some(kind).contains(Invoice.Kind.QUOTE.name());
    }

    private boolean onlyQuotes() {
        return wantsQuotes() && Set.copyOf(kind).size() == 1;
    }

    /** The invoices that are asked for by name, whatever else they are; empty when something else is asked for. */
    public List<UUID> named() {
        return Stream.of(status, origin, kind, customer, from, to).allMatch(Objects::isNull) ? some(ids) : List.of();
    }

    private static void known(String field, String name, Enum<?>[] values) {
        if (Arrays.stream(values).noneMatch(value -> value.name().equals(name))) {
            throw Rejection.invalid(field, "'%s' is not one of %s".formatted(name, Arrays.toString(values)));
        }
    }

    private static <T> List<T> some(List<T> values) {
        return values == null ? List.of() : values;
    }
}
