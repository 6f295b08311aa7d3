package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.edge.Rejection;

/**
 * How prices are to change: by an index from one month's value to another's, or by a percentage.
 *
 * @param from the first day on which the new prices hold
 * @param index such as SYNTEC, with {@code baseMonth} (S0) and {@code month} (S1)
 * @param percent such as 3 or -1.5, instead of an index
 * @param contractIds only these contracts; all that go on when absent
 */
@Schema(example = "{\"from\":\"2026-01-01\",\"index\":\"SYNTEC\",\"baseMonth\":\"2024-10\",\"month\":\"2025-10\"}")
record IndexationTerms(
        @NotNull LocalDate from,
        @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String index,
        YearMonth baseMonth,
        YearMonth month,

        @DecimalMin("-50") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal percent,

        List<@NotNull UUID> contractIds) {

    /** @throws Rejection 400 unless it is an index with its two months, or a percentage */
    void check() {
        boolean byIndex = index != null && baseMonth != null && month != null;
        boolean noIndex = index == null && baseMonth == null && month == null;
        if (percent == null ? !byIndex : !noIndex) {
            throw Rejection.invalid("index", "either index, baseMonth and month are needed, or percent alone");
        }
        if (byIndex && !month.isAfter(baseMonth)) {
            throw Rejection.invalid("month", "must be after baseMonth");
        }
    }
}
