package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;

/** What a user looks at first: where the contracts and the invoices disagree, and for how many euros. */
@Path("/api/v1/anomalies")
@Tag(name = "Anomalies")
class AnomalyResource {

    private final Anomalies anomalies;
    private final BusinessDate businessDate;

    AnomalyResource(Anomalies anomalies, BusinessDate businessDate) {
        this.anomalies = anomalies;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(
            summary = "Where the contracts and the invoices disagree, the most euros first, each with its way out",
            description = "From the latest analysis and from the contracts' due dates up to asOf, today by default.")
    public AnomalyReport anomalies(@QueryParam("asOf") String asOfText) {
        LocalDate asked = RequestValue.date("asOf", asOfText);
        return anomalies.asOf(asked == null ? businessDate.today() : asked);
    }
}
