package fr.syaga.facturation.export.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceQuery;

/**
 * Which invoices to export; every field may be left out. {@code status}, {@code origin}, {@code customer} and {@code ids}
 * take one value or a list, and null for all of them. Without a status the approved and the issued ones are meant.
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
        List<@NotNull String> customer,

        @Size(min = 1, message = NONE) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull UUID> ids,

        @JsonAnySetter @Schema(hidden = true) Map<String, Object> unknown) {

    /** A list that came out empty is a mistake of the caller's; taken for "all", it would send everything. */
    private static final String NONE = "must not be empty; leave it out for all";

    private static final List<String> WORTH_EXPORTING =
            List.of(Invoice.Status.APPROVED.name(), Invoice.Status.ISSUED.name());
    private static final List<String> ISSUED = List.of(Invoice.Status.ISSUED.name());
    private static final List<String> NOT_FROM_OXYGENE =
            List.of(Invoice.Origin.RECURRENCE.name(), Invoice.Origin.TIME.name(), Invoice.Origin.MANUAL.name());

    static ExportFilter everything() {
        return new ExportFilter(null, null, null, null, null, null, Map.of());
    }

    /**
     * The question to invoice-service.
     *
     * @throws Rejection 400 for an unknown field, status or origin, or dates the wrong way round; 409 when drafts are asked for in a
     *     format that they never leave in
     */
    InvoiceQuery query(Format format) {
        UnknownFields.refuse("filter.", unknown);
        List<String> status = some(this.status);
        List<String> origin = some(this.origin);
        List<UUID> ids = some(this.ids);
        status.forEach(name -> known("filter.status", name, Invoice.Status.values()));
        origin.forEach(name -> known("filter.origin", name, Invoice.Origin.values()));
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejection.invalid("filter.from", "must not be after to");
        }
        if (format == Format.OXYGENE_XML && !WORTH_EXPORTING.containsAll(status)) {
            throw Rejection.conflict(
                    "only-approved-invoices-leave",
                    "Only APPROVED and ISSUED invoices leave for Oxygène; drafts and cancelled ones never do.");
        }
        if (format.isOfIssued() && !ISSUED.containsAll(status)) {
            throw Rejection.conflict(
                    "only-issued-documents",
                    "Only ISSUED documents have a number and go to a customer or a journal; a preview of others is at /api/v1/invoices/{id}/preview.pdf.");
        }
        boolean ours = format == Format.OXYGENE_XML || format.isPaper();
        return new InvoiceQuery(
                status.isEmpty() && ids.isEmpty() ? format.isOfIssued() ? ISSUED : WORTH_EXPORTING : status,
                // What came from Oxygène's own list is there already: unless it is named, it is not even a candidate.
                origin.isEmpty() && ids.isEmpty() && ours ? NOT_FROM_OXYGENE : origin,
                some(customer),
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                ids.stream().map(UUID::toString).toList());
    }

    /** The invoices that are asked for by name, whatever else they are; empty when something else is asked for. */
    List<UUID> named() {
        return Stream.of(status, origin, customer, from, to).allMatch(Objects::isNull) ? some(ids) : List.of();
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
