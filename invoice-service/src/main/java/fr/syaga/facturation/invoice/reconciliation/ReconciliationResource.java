package fr.syaga.facturation.invoice.reconciliation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.invoice.csv.SpreadsheetCsv;

@Path("/api/v1")
@Tag(name = "Reconciliation")
class ReconciliationResource {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d{2}");

    private final Reconciliation reconciliation;

    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GET
    @Path("/reconciliation")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Oxygène's list against the cache: counts, total and every difference with both values")
    public ReconciliationView compare() {
        return reconciliation.compare();
    }

    @GET
    @Path("/reconciliation.csv")
    @RolesAllowed("reader")
    @Produces(SpreadsheetCsv.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "The differences as a CSV that a French spreadsheet opens")
    public Response csv() {
        SpreadsheetCsv csv = new SpreadsheetCsv("ecart", "numero", "liste", "cache");
        reconciliation
                .compare()
                .differences()
                .forEach(difference -> csv.row(
                        difference.kind(), difference.number(), cell(difference.listed()), cell(difference.cached())));
        return csv.download("rapprochement.csv");
    }

    /** An amount is told as a number, everything else as it is. */
    private static Object cell(String value) {
        return value != null && AMOUNT.matcher(value).matches() ? new BigDecimal(value) : value;
    }
}
