package fr.syaga.facturation.export.oxygene;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import fr.syaga.facturation.edge.Page;

/** The tables of the accounting folder, against which documents are checked before they leave. */
@Path("/api/v1/oxygene/tables")
public class OxygeneTableResource {

    private final OxygeneTables tables;
    private final SecurityIdentity caller;

    OxygeneTableResource(OxygeneTables tables, SecurityIdentity caller) {
        this.tables = tables;
        this.caller = caller;
    }

    /** What an import did; the file is the whole table. */
    public record Report(
            UUID id,
            String file,
            int rows,
            int imported,
            int unchanged,
            int updated,
            int removed,
            List<OxygeneTableFile.Rejected> rejected) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The tables that were imported; one that is missing here is not checked")
    public Page<OxygeneTables.State> list() {
        return new Page<>(tables.states(), null);
    }

    @POST
    @Path("/{table}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Takes over customers, articles, vat or payments from Oxygène's data export (CSV)",
            description =
                    "The file is the whole table. From then on a file for Oxygène is refused when it would quote a code"
                            + " that the table does not hold.")
    public Report take(@PathParam("table") String name, @NotNull @RestForm("file") FileUpload file) throws IOException {
        OxygeneTable table = OxygeneTable.named(name);
        OxygeneTableFile read = OxygeneTableFile.read(file.uploadedFile());
        Map<String, String> before = tables.labels(table);
        tables.replace(
                table, read.labels(), file.fileName(), caller.getPrincipal().getName(), Instant.now());
        int known = (int)
                read.labels().keySet().stream().filter(before::containsKey).count();
        int unchanged = (int) read.labels().entrySet().stream()
                .filter(code -> code.getValue().equals(before.get(code.getKey())))
                .count();
        return new Report(
                UUID.randomUUID(),
                file.fileName(),
                read.rows(),
                read.labels().size() - known,
                unchanged,
                known - unchanged,
                before.size() - known,
                read.rejected());
    }
}
