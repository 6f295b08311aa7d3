package fr.syaga.facturation.clockify.forfait;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.RequestValue;

/** Hours spent against the contracts of a month, as they were last read. */
@Path("/api/v1/forfaits")
@Tag(name = "Forfaits")
class ForfaitResource {

    private final Forfaits forfaits;

    ForfaitResource(Forfaits forfaits) {
        this.forfaits = forfaits;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Hours against each customer's contracts, effective hourly rate, break-even, overrun, trend")
    public ForfaitMonth month(@QueryParam("month") String month) {
        return forfaits.month(RequestValue.month("month", month));
    }
}
