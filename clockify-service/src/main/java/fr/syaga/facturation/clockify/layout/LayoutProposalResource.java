package fr.syaga.facturation.clockify.layout;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** Layouts read from the user's own file: they wait for a yes, each on its own. */
@Path("/api/v1/billing-layouts")
@Tag(name = "Billing layouts")
class LayoutProposalResource {

    private final LayoutProposals proposals;
    private final Layouts layouts;
    private final InvoicingClient invoicing;

    LayoutProposalResource(LayoutProposals proposals, Layouts layouts, InvoicingClient invoicing) {
        this.proposals = proposals;
        this.layouts = layouts;
        this.invoicing = invoicing;
    }

    @PUT
    @Path("/templates")
    @RolesAllowed("operator")
    @Operation(
            summary = "Reads templates_designations.json",
            description =
                    "Each key that names a customer becomes a proposal; nothing is billed by it before it is accepted. The same"
                            + " file again changes nothing.")
    public Read read(@NotNull @Size(max = 5000) Map<String, @Valid LayoutTemplate> templates) {
        TemplateReading reading = TemplateReading.of(templates, new CustomerNames(invoicing.customers()));
        List<ProposalView> views = QuarkusTransaction.requiringNew()
                .call(() -> reading.byCustomer().entrySet().stream()
                        .map(each -> ProposalView.of(keep(each.getKey(), each.getValue())))
                        .toList());
        return new Read(views, reading.unmatched());
    }

    /** What came of a file. */
    record Read(List<ProposalView> proposals, List<TemplateReading.Unmatched> unmatched) {}

    private LayoutProposal keep(String customerCode, TemplateReading.Keyed keyed) {
        LayoutProposal known = proposals.findById(customerCode);
        if (known == null) {
            known = new LayoutProposal(customerCode, keyed.key(), keyed.template());
            proposals.persist(known);
        } else {
            known.read(keyed.key(), keyed.template());
        }
        return known;
    }

    @GET
    @Path("/proposals")
    @RolesAllowed("reader")
    @Transactional
    public Page<ProposalView> list() {
        return new Page<>(proposals.sorted().stream().map(ProposalView::of).toList(), null);
    }

    @POST
    @Path("/proposals/{customerCode}/accept")
    @RolesAllowed("operator")
    @Operation(summary = "The customer is billed by the proposed layout from now on")
    @Transactional
    public ProposalView accept(@PathParam("customerCode") String customerCode) {
        LayoutProposal proposal = found(customerCode);
        boolean again = proposal.state() == LayoutProposal.State.ACCEPTED;
        if (!again || layouts.findById(customerCode) == null) {
            layouts.put(customerCode, proposal.layout());
            proposal.accept();
        }
        return ProposalView.of(proposal);
    }

    @POST
    @Path("/proposals/{customerCode}/reject")
    @RolesAllowed("operator")
    @Transactional
    public ProposalView reject(@PathParam("customerCode") String customerCode) {
        LayoutProposal proposal = found(customerCode);
        if (proposal.state() == LayoutProposal.State.ACCEPTED) {
            throw Rejection.conflict(
                    "proposal-accepted",
                    "The proposal was accepted; take the layout away with DELETE /billing-layouts/%s."
                            .formatted(customerCode));
        }
        proposal.reject();
        return ProposalView.of(proposal);
    }

    private LayoutProposal found(String customerCode) {
        return proposals
                .findByIdOptional(customerCode)
                .orElseThrow(() -> Rejection.notFound("layout proposal of customer", customerCode));
    }
}
