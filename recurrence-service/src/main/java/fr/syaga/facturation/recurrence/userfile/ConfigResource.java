package fr.syaga.facturation.recurrence.userfile;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;

/** The user's {@code config_recurrent_definitif.json}, read and written in its own words. */
@Path("/api/v1/contracts/config")
@Tag(name = "Contracts")
class ConfigResource {

    private static final int LONGEST_KEY = 200;

    private final ContractConfiguration configuration;
    private final InvoicingClient invoicing;

    ConfigResource(ContractConfiguration configuration, InvoicingClient invoicing) {
        this.configuration = configuration;
        this.invoicing = invoicing;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The contracts in the form of config_recurrent_definitif.json")
    public Map<String, ConfiguredContract> written() {
        return configuration.written();
    }

    @PUT
    @RolesAllowed("operator")
    @Operation(
            summary = "Loads config_recurrent_definitif.json",
            description =
                    "A key finds its customer by the code without digits, by name or alias, then by a word of the name, and stands"
                            + " for the contract of that periodicity and price, or of the price before (priceDiffers: the price"
                            + " billed stands). A key that finds no customer, or was never billed so, is unmatched: it is kept,"
                            + " not written back and not invoiced.")
    public ContractConfiguration.Loaded load(@NotNull LinkedHashMap<String, @NotNull @Valid ConfiguredContract> file) {
        if (file.isEmpty()) {
            throw Rejection.invalid("body", "holds no contract");
        }
        file.values().forEach(ConfiguredContract::periodicity);
        file.keySet().stream()
                .filter(key -> key.isBlank() || key.length() > LONGEST_KEY)
                .findFirst()
                .ifPresent(key -> {
                    throw Rejection.invalid(
                            "body", "a key is blank or longer than %d characters".formatted(LONGEST_KEY));
                });
        return configuration.load(file, invoicing.customers());
    }
}
