package fr.syaga.facturation.invoice.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import fr.syaga.facturation.edge.Rejection;

@Path("/api/v1/imports/oxygene-report")
@Tag(name = "Numbers learnt from Oxygène")
class OxygeneReportResource {

    private static final String PASTED = "texte collé";

    private final OxygeneReportImport reports;

    OxygeneReportResource(OxygeneReportImport reports) {
        this.reports = reports;
    }

    @POST
    @RolesAllowed("operator")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Takes in Oxygène's report of an import: number and WEB_ID of each piece",
            description =
                    "As a file or as pasted text (text/plain). The two columns stand in either order; each number is learnt by our own key, exactly. Rows that cannot be are in rejected; the same report again changes nothing. 409 when we are the ones who number.")
    public OxygeneReportImport.Report file(@RestForm("file") FileUpload file) throws IOException {
        if (file == null) {
            throw Rejection.invalid(
                    "file", "send the report as multipart form field 'file', or paste it as text/plain");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return reports.take(content.readNBytes(OxygeneReport.MAX_BYTES + 1), file.fileName());
        }
    }

    @POST
    @RolesAllowed("operator")
    @Consumes({MediaType.TEXT_PLAIN, "text/csv"})
    @RequestBody(content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @Operation(hidden = true)
    public OxygeneReportImport.Report pasted(InputStream text) throws IOException {
        return reports.take(text == null ? new byte[0] : text.readNBytes(OxygeneReport.MAX_BYTES + 1), PASTED);
    }
}
