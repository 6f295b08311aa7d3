package fr.syaga.facturation.export.timesheet;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import fr.syaga.facturation.edge.Rejection;

/** clockify-service as this service uses it: it may have hours to show for a month, or none. */
@ApplicationScoped
public class TimesheetClient {

    private static final MediaType PDF = MediaType.valueOf("application/pdf");
    /** There are no hours, or none in this form. */
    private static final Set<Integer> NONE =
            Set.of(Response.Status.NOT_FOUND.getStatusCode(), Response.Status.NOT_ACCEPTABLE.getStatusCode());

    private final TimesheetApi api;

    TimesheetClient(@RestClient TimesheetApi api) {
        this.api = api;
    }

    /** @throws Rejection 503 when clockify-service does not answer: a mail that lacks its hours is not made by accident */
    public Optional<byte[]> pdf(String customerCode, YearMonth month) {
        try (Response answer = api.pdf(customerCode, month.toString())) {
            return PDF.isCompatible(answer.getMediaType())
                    ? Optional.of(answer.readEntity(byte[].class))
                    : Optional.empty();
        } catch (WebApplicationException e) {
            if (NONE.contains(e.getResponse().getStatus())) {
                return Optional.empty();
            }
            throw Rejection.ofNeighbour("clockify-service", e);
        } catch (ProcessingException e) {
            throw Rejection.ofNeighbour("clockify-service", e);
        }
    }
}
