package fr.syaga.facturation.clockify.csv;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/** Takes in Clockify's CSV exports. */
@Path("/api/v1/imports/time-entries")
@Tag(name = "Imports")
class ImportResource {

    private final TimeEntryImport imports;

    ImportResource(TimeEntryImport imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("operator")
    @Operation(
            summary = "Imports an export of time entries",
            description =
                    "The detailed report, or the form with a preamble and a TOTAL row. The same entry from the other"
                            + " form or from the API is known and not stored twice. dateFormat is needed only when every date of the"
                            + " file can be read in two ways. What is new on days that were read from Clockify is stored with anyway=true"
                            + " only; alreadyRead says how much that is.")
    public ImportReport take(
            @RestForm("file") FileUpload file,
            @RestForm @Schema(enumeration = {"dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "dd.MM.yyyy"}) String dateFormat,
            @RestForm @Schema(enumeration = {"true", "false"}) String anyway) {
        if (file == null) {
            throw Rejection.invalid("file", "is missing");
        }
        DateShape asked = PlainText.isBlank(dateFormat) ? null : DateShape.of(dateFormat);
        return imports.run(file.uploadedFile(), file.fileName(), asked, isYes(anyway));
    }

    private static boolean isYes(String anyway) {
        if (PlainText.isBlank(anyway) || "false".equalsIgnoreCase(anyway.strip())) {
            return false;
        }
        if ("true".equalsIgnoreCase(anyway.strip())) {
            return true;
        }
        throw Rejection.invalid("anyway", "is true or false");
    }
}
