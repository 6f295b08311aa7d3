package fr.syaga.facturation.export.oxygene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;

import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.InvoicingClient;

/**
 * What Oxygène must have before documents reach it, in the form of its own text import: the codes that its imported table lacks, or
 * all of them when no table was imported.
 */
@Path("/api/v1/oxygene/imports")
public class OxygeneImportResource {

    private static final String CSV = "text/csv;charset=ISO-8859-1";

    private final InvoicingClient invoicing;
    private final OxygeneTables tables;
    private final OxygeneProfiles profiles;
    private final OxygeneSettings settings;

    OxygeneImportResource(
            InvoicingClient invoicing, OxygeneTables tables, OxygeneProfiles profiles, OxygeneSettings settings) {
        this.invoicing = invoicing;
        this.tables = tables;
        this.profiles = profiles;
        this.settings = settings;
    }

    @GET
    @Path("/clients.csv")
    @Produces(CSV)
    @RolesAllowed("reader")
    @Operation(summary = "The customers that Oxygène lacks, as its text import of clients")
    public Response customers() {
        Map<String, String> names = new TreeMap<>();
        invoicing.customers().values().forEach(customer -> names.put(customer.code(), customer.name()));
        return file("clients.csv", OxygeneTable.CUSTOMERS, names);
    }

    @GET
    @Path("/articles.csv")
    @Produces(CSV)
    @RolesAllowed("reader")
    @Operation(summary = "The articles that Oxygène lacks, as its text import of articles")
    public Response articles() {
        Map<String, String> names = new TreeMap<>();
        invoicing.customers().values().stream()
                .map(Customer::articleCode)
                .filter(code -> code != null)
                .forEach(code -> names.put(code, "Forfait"));
        OxygeneProfile profile = profiles.current();
        if (profile.articleCode() != null) {
            names.put(profile.articleCode(), "Prestation");
        }
        names.put(profile.articles().time(), "Prestation d'ingénierie réseau à l'heure");
        names.put(profile.articles().recurrence(), "Forfait");
        names.put(profile.articles().other(), "Prestation");
        return file("articles.csv", OxygeneTable.ARTICLES, names);
    }

    private Response file(String fileName, OxygeneTable table, Map<String, String> names) {
        Set<String> known =
                QuarkusTransaction.requiringNew().call(() -> tables.codes(table).orElse(Set.of()));
        List<List<String>> rows = names.entrySet().stream()
                .filter(each -> !known.contains(each.getKey()))
                .map(each -> List.of(each.getKey(), each.getValue()))
                .toList();
        return Response.ok(OxygeneTextImport.write(
                        List.of(settings.columns().code(), settings.columns().label()), rows))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName))
                .build();
    }
}
