package fr.syaga.facturation.invoice.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import fr.syaga.facturation.edge.Rejection;

@Path("/api/v1/imports")
@Tag(name = "Imports")
class ImportResource {

    private final HistoryImport history;

    ImportResource(HistoryImport history) {
        this.history = history;
    }

    @POST
    @Path("/history")
    @RolesAllowed("operator")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Takes in Oxygène's list \"Factures clients\" (CSV)",
            description =
                    "Good rows are kept, bad ones are in rejected with their line; the same file again changes nothing. 422 when it is not the list.")
    public ImportReport history(@RestForm("file") FileUpload file) {
        if (file == null) {
            throw Rejection.invalid("file", "send the file as multipart form field 'file'");
        }
        return history.take(file.uploadedFile(), file.fileName());
    }
}
