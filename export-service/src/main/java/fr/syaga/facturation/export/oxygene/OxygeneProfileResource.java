package fr.syaga.facturation.export.oxygene;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** What Oxygène's import takes, found out by test imports and set while the services run. */
@Path("/api/v1/oxygene/profile")
public class OxygeneProfileResource {

    private static final Logger LOG = Logger.getLogger(OxygeneProfileResource.class);

    private final OxygeneProfiles profiles;
    private final SecurityIdentity caller;

    OxygeneProfileResource(OxygeneProfiles profiles, SecurityIdentity caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "How Oxygène is told about documents: the settings, and over them what was chosen at run time")
    public OxygeneProfileView get() {
        return OxygeneProfileView.of(profiles.current(), profiles.lastChange().orElse(null));
    }

    @PUT
    @RolesAllowed("admin")
    @Transactional
    @Operation(
            summary = "Chooses for Oxygène from the next order on, in every instance",
            description =
                    "Only what is named changes; an empty text goes back to the setting. Files that were ordered before"
                            + " keep the profile of then.")
    public OxygeneProfileView change(OxygeneProfileChange change) {
        Map<String, String> choices = (change == null ? OxygeneProfileChange.NONE : change).choices();
        String user = caller.getPrincipal().getName();
        profiles.choose(choices, user, Instant.now().truncatedTo(ChronoUnit.MICROS));
        LOG.infof("The profile of Oxygène was changed by %s: %s", user, choices);
        return get();
    }
}
