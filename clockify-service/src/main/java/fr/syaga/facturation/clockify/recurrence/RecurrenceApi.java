package fr.syaga.facturation.clockify.recurrence;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import fr.syaga.facturation.edge.ServiceToken;

/** What we ask of recurrence-service. */
@RegisterRestClient(configKey = "recurrence")
@RegisterProvider(ServiceToken.class)
@Path("/api/v1")
interface RecurrenceApi {

    @GET
    @Path("/contracts")
    ContractList contracts();

    /** All contracts, whole. */
    record ContractList(List<Contract> items) {}
}
