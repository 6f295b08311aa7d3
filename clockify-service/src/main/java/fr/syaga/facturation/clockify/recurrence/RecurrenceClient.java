package fr.syaga.facturation.clockify.recurrence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;

/** Reads the contracts from recurrence-service, or says that it is down; never an empty list instead. */
@ApplicationScoped
public class RecurrenceClient {

    private static final Logger LOG = Logger.getLogger(RecurrenceClient.class);

    private final RecurrenceApi api;

    RecurrenceClient(@RestClient RecurrenceApi api) {
        this.api = api;
    }

    /** @throws Rejection 503 when recurrence-service cannot be read now */
    public List<Contract> contracts() {
        try {
            RecurrenceApi.ContractList contracts = api.contracts();
            if (contracts != null && contracts.items() != null) {
                return contracts.items();
            }
            LOG.warn("recurrence-service answered contracts without a list");
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf("recurrence-service could not be read: %s", e.getMessage());
            throw Rejection.ofNeighbour("recurrence-service", e);
        }
        throw Rejection.neighbourDown("recurrence-service");
    }
}
