package fr.syaga.facturation.export.timesheet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import fr.syaga.facturation.edge.ServiceToken;

/** The calls to clockify-service. */
@RegisterRestClient(configKey = "timesheets")
@RegisterProvider(ServiceToken.class)
@Path("/api/v1/timesheets")
interface TimesheetApi {

    @GET
    @Produces("application/pdf")
    Response pdf(@QueryParam("customer") String customer, @QueryParam("month") String month);
}
