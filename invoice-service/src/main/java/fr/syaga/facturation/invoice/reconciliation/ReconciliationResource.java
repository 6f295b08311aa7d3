package fr.syaga.facturation.invoice.reconciliation;

import java.io.StringWriter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Tag(name = "Reconciliation")
class ReconciliationResource {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    @Produces("text/csv; charset=UTF-8")
    @Transactional
    @Operation(summary = "The differences as a CSV that a French spreadsheet opens")
    public Response csv() {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text);
        csv.writeRecord("ecart", "numero", "liste", "cache");
        reconciliation
                .compare()
                .differences()
                .forEach(difference -> csv.writeRecord(
                        difference.kind().name(),
                        difference.number(),
                        plain(difference.listed()),
                        plain(difference.cached())));
        return Response.ok(text.toString())
                .header("Content-Disposition", "attachment; filename=\"rapprochement.csv\"")
                .build();
    }

    /** A cell that a spreadsheet would take for a formula is made text; decimals get the French comma. */
    private static String plain(String value) {
        if (value == null) {
            return "";
        }
        if (value.matches("-?\\d+\\.\\d{2}")) {
            return value.replace('.', ',');
        }
        return value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    }
}
