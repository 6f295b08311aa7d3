package fr.syaga.facturation.export.export;

import java.util.Arrays;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.selection.ExportFilter;

/**
 * What a caller wants exported.
 *
 * @param again sends invoices for Oxygène once more that left before; an admin's decision
 */
public record ExportRequest(@NotNull String format, @Valid ExportFilter filter, Boolean again) {

    /** @throws Rejection 400 naming the formats that exist */
    Format wantedFormat() {
        return Format.of(format)
                .orElseThrow(() -> Rejection.invalid(
                        "format",
                        "'%s' is not offered; the formats are %s".formatted(format, Arrays.toString(Format.values()))));
    }

    ExportFilter wantedFilter() {
        return filter == null ? ExportFilter.everything() : filter;
    }

    boolean onceMore() {
        return Boolean.TRUE.equals(again);
    }
}
