package fr.syaga.facturation.export.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.oxygenexml.OxygeneSchema;

/** What can be exported, and the schema of what has one. */
@Path("/api/v1/formats")
public class FormatResource {

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The formats that can be asked for")
    public Page<FormatView> list() {
        return new Page<>(Arrays.stream(Format.values()).map(FormatView::of).toList(), null);
    }

    @GET
    @Path("/{schema}")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed("reader")
    @Operation(summary = "oxygene.xsd, the schema of the Oxygène file, and oxygene-data.xsd that it imports")
    public byte[] schema(@PathParam("schema") String name) throws IOException {
        try (InputStream file = OxygeneSchema.file(name)
                .orElseThrow(() -> Rejection.notFound("schema", name))
                .openStream()) {
            return file.readAllBytes();
        }
    }
}
