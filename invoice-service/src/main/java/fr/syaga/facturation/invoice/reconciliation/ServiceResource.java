package fr.syaga.facturation.invoice.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.invoice.cache.CachedInvoices;
import fr.syaga.facturation.invoice.cache.Services;

@Path("/api/v1/services")
@Tag(name = "Reconciliation")
class ServiceResource {

    private final CachedInvoices cached;

    ServiceResource(CachedInvoices cached) {
        this.cached = cached;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "The services that the cache's designations name, the most frequent first, with their spellings")
    public Page<Services.Service> services() {
        return new Page<>(Services.in(cached.designations()).all(), null);
    }
}
