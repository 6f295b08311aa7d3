package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.recurrence.ReadOnlyTransaction;

/** Reads and changes contracts. */
@Path("/api/v1/contracts")
@Tag(name = "Contracts")
class ContractResource {

    private static final Logger LOG = Logger.getLogger(ContractResource.class);

    private final Contracts contracts;
    private final RefusedInvoices refused;
    private final InvoicedBeyond invoiced;
    private final InvoicedContracts touched;
    private final CalendarChange calendars;
    private final ReadOnlyTransaction reading;
    private final BusinessDate businessDate;

    ContractResource(
            Contracts contracts,
            RefusedInvoices refused,
            InvoicedBeyond invoiced,
            InvoicedContracts touched,
            CalendarChange calendars,
            ReadOnlyTransaction reading,
            BusinessDate businessDate) {
        this.reading = reading;
        this.touched = touched;
        this.calendars = calendars;
        this.invoiced = invoiced;
        this.contracts = contracts;
        this.refused = refused;
        this.businessDate = businessDate;
    }

    /** From which day, today when absent, and why. */
    record PauseRequest(LocalDate from, @Size(max = 500) String reason) {}

    /** On which day the contract goes on, today when absent, and why. */
    record ResumeRequest(LocalDate on, @Size(max = 500) String reason) {}

    /** The last day of the contract, today when absent, and why. */
    record EndRequest(LocalDate until, @Size(max = 500) String reason) {}

    /** A price and the first day on which it holds. */
    record PriceRequest(
            @NotNull LocalDate from,

            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal netAmount) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "All contracts, by customer")
    public Page<ContractView> contracts() {
        return new Page<>(reading.of(this::views), null);
    }

    private List<ContractView> views() {
        Map<UUID, List<RefusedInvoices.Refused>> problems = refused.byContract();
        List<Contract> all = contracts.inOrder();
        Map<UUID, List<InvoicedBeyond.Invoiced>> beyond = invoiced.beyond(all);
        return all.stream()
                .map(contract -> ContractView.of(
                        contract,
                        businessDate.today(),
                        problems.getOrDefault(contract.id(), List.of()),
                        beyond.getOrDefault(contract.id(), List.of()),
                        calendars.uncovered(contract)))
                .toList();
    }

    @POST
    @RolesAllowed("operator")
    @Transactional
    @Operation(summary = "Writes a contract by hand")
    @APIResponse(
            responseCode = "201",
            description = "The contract",
            content = @Content(schema = @Schema(implementation = ContractView.class)))
    public Response write(@NotNull @Valid ContractTerms terms) {
        Contract contract = new Contract(terms, businessDate.today());
        contracts.persist(contract);
        LOG.infof("Contract %s with %s was written", contract.id(), contract.customerCode());
        return Response.status(Response.Status.CREATED).entity(view(contract)).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One contract")
    public ContractView contract(@PathParam("id") UUID id) {
        return view(contracts.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("operator")
    @Operation(
            summary = "Changes a contract",
            description =
                    "A new price holds from the next due date, in the periodicity it is said with. Months that lie between the"
                            + " calendar before and the new one stand in uncovered. 409 when it names another customer, billFrom or"
                            + " pattern, or another since once anything was invoiced.")
    public ContractView change(@PathParam("id") UUID id, @NotNull @Valid ContractTerms terms) {
        return changed(id, contract -> change(contract, terms));
    }

    private void change(Contract contract, ContractTerms terms) {
        new FixedTerms(contract, touched.isTouched(contract.id())).check(terms);
        calendars.make(contract, () -> contract.change(terms, businessDate.today()));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed("operator")
    @Operation(
            summary = "Pauses a contract: what is due meanwhile is skipped",
            description = "What is invoiced of that time already stands in alreadyInvoiced: cancel or credit it.")
    public ContractView pause(@PathParam("id") UUID id, @Valid PauseRequest request) {
        LocalDate from = request == null || request.from() == null ? businessDate.today() : request.from();
        return changed(id, contract -> contract.pause(from, request == null ? null : request.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("operator")
    @Operation(summary = "Resumes a paused contract")
    public ContractView resume(@PathParam("id") UUID id, @Valid ResumeRequest request) {
        LocalDate on = request == null || request.on() == null ? businessDate.today() : request.on();
        return changed(id, contract -> contract.resume(on, request == null ? null : request.reason()));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed("operator")
    @Operation(
            summary = "Ends a contract: nothing due after its last day is invoiced",
            description = "What is invoiced beyond it already stands in alreadyInvoiced: cancel or credit it.")
    public ContractView end(@PathParam("id") UUID id, @Valid EndRequest request) {
        LocalDate until = request == null || request.until() == null ? businessDate.today() : request.until();
        return changed(id, contract -> contract.end(until, request == null ? null : request.reason()));
    }

    @POST
    @Path("/{id}/prices")
    @RolesAllowed("operator")
    @Operation(summary = "Sets the price from a day on")
    public ContractView price(@PathParam("id") UUID id, @NotNull @Valid PriceRequest price) {
        return changed(id, contract -> contract.changePrice(price.from(), price.netAmount()));
    }

    /** The change is stored first; invoice-service is asked after it, and its answer is waited for by no lock. */
    private ContractView changed(UUID id, Consumer<Contract> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Contract contract = contracts.lock(id);
            change.accept(contract);
            contract.edited();
            LOG.infof("Contract %s with %s was changed", id, contract.customerCode());
        });
        invoiced.ask();
        return QuarkusTransaction.requiringNew().call(() -> view(contracts.get(id)));
    }

    private ContractView view(Contract contract) {
        return ContractView.of(
                contract,
                businessDate.today(),
                refused.of(contract),
                invoiced.beyond(List.of(contract)).getOrDefault(contract.id(), List.of()),
                calendars.uncovered(contract));
    }
}
