package fr.syaga.facturation.recurrence.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;

/** Asks for a look at the whole history. */
@Path("/api/v1/analyses")
@Tag(name = "Patterns")
class AnalysisResource {

    private final HistoryAnalysis analysis;
    private final BusinessDate businessDate;

    AnalysisResource(HistoryAnalysis analysis, BusinessDate businessDate) {
        this.analysis = analysis;
        this.businessDate = businessDate;
    }

    /** The day of the look; today when absent. */
    record AnalysisRequest(LocalDate asOf) {}

    /**
     * What was looked at and found.
     *
     * @param priceDiffers keys of the user's configuration whose amount is the price before
     * @param unmatched keys that stand for no contract, and why
     */
    record AnalysisView(
            UUID id,
            LocalDate asOf,
            long documents,
            int customers,
            List<PatternView> patterns,
            List<UserConfiguration.PriceDiffers> priceDiffers,
            List<UserConfiguration.Unmatched> unmatched) {}

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Finds the recurring contracts in the history",
            description = "Reads the issued documents up to asOf (today by default); earlier decisions are kept.")
    public AnalysisView analyse(AnalysisRequest request) {
        LocalDate asOf = request == null || request.asOf() == null ? businessDate.today() : request.asOf();
        HistoryAnalysis.Done done = analysis.asOf(asOf);
        Analysis look = done.analysis();
        return new AnalysisView(
                look.id(),
                look.asOf(),
                look.documents(),
                look.customers(),
                done.patterns(),
                done.told().priceDiffers(),
                done.told().unmatched());
    }
}
