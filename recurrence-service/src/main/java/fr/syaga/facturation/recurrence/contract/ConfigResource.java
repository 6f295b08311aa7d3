package fr.syaga.facturation.recurrence.contract;

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

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;

/** The user's {@code config_recurrent_definitif.json}, read and written in its own words. */
@Path("/api/v1/contracts/config")
@Tag(name = "Contracts")
class ConfigResource {

    private final ContractConfiguration configuration;
    private final InvoicingClient invoicing;
    private final BusinessDate businessDate;

    ConfigResource(ContractConfiguration configuration, InvoicingClient invoicing, BusinessDate businessDate) {
        this.configuration = configuration;
        this.invoicing = invoicing;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The contracts in the form of config_recurrent_definitif.json")
    public Map<String, ConfiguredContract> written() {
        return configuration.written(businessDate.today());
    }

    @PUT
    @RolesAllowed("operator")
    @Operation(
            summary = "Loads config_recurrent_definitif.json",
            description =
                    "Keys find customers by code, name or alias; those that do not are reported, kept and not invoiced.")
    public ContractConfiguration.Loaded load(@NotNull LinkedHashMap<String, @NotNull @Valid ConfiguredContract> file) {
        if (file.isEmpty()) {
            throw Rejection.invalid("body", "holds no contract");
        }
        file.values().forEach(ConfiguredContract::periodicity);
        return configuration.load(file, new CustomerNames(invoicing.customers()), businessDate.today());
    }
}
