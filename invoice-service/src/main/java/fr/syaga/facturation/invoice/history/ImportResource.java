package fr.syaga.facturation.invoice.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

@Path("/api/v1/imports")
@Tag(name = "Imports")
class ImportResource {

    private final HistoryImport history;
    private final ListImports imports;
    private final ImportUndo undo;

    ImportResource(HistoryImport history, ListImports imports, ImportUndo undo) {
        this.history = history;
        this.imports = imports;
        this.undo = undo;
    }

    /** An import as callers see it. */
    record ImportView(
            UUID id,
            String file,
            long imported,
            long updated,
            long numbersLearnt,
            Instant createdAt,
            Instant undoneAt) {

        static ImportView of(ListImport done) {
            return new ImportView(
                    done.id(),
                    done.file(),
                    done.imported(),
                    done.updated(),
                    done.numbersLearnt(),
                    done.createdAt(),
                    done.undoneAt());
        }
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Imports of Oxygène's list, the newest first")
    public Page<ImportView> list() {
        return new Page<>(imports.newest().stream().map(ImportView::of).toList(), null);
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed("admin")
    @Operation(
            summary = "Takes an import back",
            description =
                    "Its documents go, customers stay, the journal keeps both. 409 once something was built on it.")
    public ImportView undo(@RestPath String id) {
        return ImportView.of(undo.undo(RequestValue.id("import", id)));
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
