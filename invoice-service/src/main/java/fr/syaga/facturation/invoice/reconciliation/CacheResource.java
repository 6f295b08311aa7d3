package fr.syaga.facturation.invoice.reconciliation;

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
class CacheResource {

    private final CacheImport cache;

    CacheResource(CacheImport cache) {
        this.cache = cache;
    }

    @POST
    @Path("/invoice-cache")
    @RolesAllowed("operator")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Takes in the SQLite cache of designations",
            description =
                    "Its rows are annotations: they never create, change or delete an invoice or customer. It replaces the cache imported before it whole; the same file again changes nothing. 422 when it is not the cache.")
    public CacheReport cache(@RestForm("file") FileUpload file) {
        if (file == null) {
            throw Rejection.invalid("file", "send the file as multipart form field 'file'");
        }
        return cache.take(file.uploadedFile(), file.fileName());
    }
}
