package fr.syaga.facturation.clockify.forfait;

import java.time.YearMonth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.edge.RequestValue;

/** Hours spent against the contracts of a month, as they stand now or, with recurrence-service down, as they are remembered. */
@Path("/api/v1/forfaits")
@Tag(name = "Forfaits")
class ForfaitResource {

    private final Forfaits forfaits;
    private final Categorisation categorisation;

    ForfaitResource(Forfaits forfaits, Categorisation categorisation) {
        this.forfaits = forfaits;
        this.categorisation = categorisation;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Hours against each customer's contracts, effective hourly rate, break-even, overrun, trend")
    public ForfaitMonth month(@QueryParam("month") String month) {
        YearMonth wanted = RequestValue.month("month", month);
        return categorisation.rehearse(categorisation.askIfPossible(), () -> {
            categorisation.judgeAgain(wanted);
            return forfaits.month(wanted);
        });
    }
}
