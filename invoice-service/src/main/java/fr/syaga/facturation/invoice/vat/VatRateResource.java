package fr.syaga.facturation.invoice.vat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import fr.syaga.facturation.edge.Rejection;

@Path("/api/v1/vat-rates")
@Tag(name = "What the law says")
class VatRateResource {

    private final VatRates rates;

    VatRateResource(VatRates rates) {
        this.rates = rates;
    }

    /** A rate as callers see it; {@code to} is its last day, null while no other is known to follow. */
    record RateView(VatRateKind kind, BigDecimal percent, LocalDate from, LocalDate to) {

        static RateView of(DatedVatRate rate) {
            return new RateView(rate.kind(), rate.rate().percent(), rate.validFrom(), rate.validTo());
        }
    }

    /** A new percentage of a kind of rate and its first day. */
    record VatRateChange(
            @NotNull VatRateKind kind,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotNull LocalDate from) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "All rates of VAT with the days between which they hold")
    public List<RateView> list() {
        return rates.inOrder().stream().map(RateView::of).toList();
    }

    @POST
    @RolesAllowed("admin")
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "A rate changes from a day on",
            description =
                    "Drafts dated from that day on bear it unless their writer says otherwise, those of contracts too. 409 when it begins before the present one of its kind.")
    public RateView change(@NotNull @Valid VatRateChange change) {
        rates.list("kind", change.kind()).stream()
                .filter(rate -> rate.validTo() == null || !rate.validTo().isBefore(change.from()))
                .forEach(rate -> endBefore(rate, change));
        DatedVatRate rate = new DatedVatRate(change.kind(), change.percent(), change.from(), null);
        rates.persistAndFlush(rate);
        return RateView.of(rate);
    }

    private static void endBefore(DatedVatRate rate, VatRateChange change) {
        if (!rate.validFrom().isBefore(change.from())) {
            throw Rejection.conflict(
                    "rate-begins-too-early",
                    "%s is %s %% from %s on: choose a later day."
                            .formatted(change.kind(), rate.rate(), rate.validFrom()));
        }
        rate.endBefore(change.from());
    }
}
