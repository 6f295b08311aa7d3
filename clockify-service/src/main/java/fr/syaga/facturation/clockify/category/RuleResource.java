package fr.syaga.facturation.clockify.category;

import java.net.URI;
import java.time.YearMonth;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** The ordered rules; a change is applied to all unbilled entries at once, and can be tried out before. */
@Path("/api/v1/rules")
@Tag(name = "Rules")
class RuleResource {

    private static final UUID NONE = new UUID(0, 0);

    private final CategoryRules rules;
    private final Categorisation categorisation;
    private final TimeEntries entries;
    private final HourlyRates rates;
    private final BusinessDate businessDate;

    RuleResource(
            CategoryRules rules,
            Categorisation categorisation,
            TimeEntries entries,
            HourlyRates rates,
            BusinessDate businessDate) {
        this.rules = rules;
        this.categorisation = categorisation;
        this.entries = entries;
        this.rates = rates;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    public Page<RuleView> list() {
        return new Page<>(rules.inOrder().stream().map(RuleView::of).toList(), null);
    }

    @POST
    @RolesAllowed("operator")
    public Response add(@NotNull @Valid RuleTerms terms) {
        RuleView added = QuarkusTransaction.requiringNew().call(() -> {
            refuseTaken(terms, NONE);
            CategoryRule rule = new CategoryRule(terms);
            rules.persist(rule);
            return RuleView.of(rule);
        });
        categorisation.judgeAllAgain();
        return Response.created(URI.create("/api/v1/rules/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("operator")
    public RuleView change(@PathParam("id") String id, @NotNull @Valid RuleTerms terms) {
        UUID ruleId = RequestValue.id("rule", id);
        RuleView changed = QuarkusTransaction.requiringNew().call(() -> {
            CategoryRule rule = found(ruleId);
            refuseTaken(terms, ruleId);
            rule.change(terms);
            return RuleView.of(rule);
        });
        categorisation.judgeAllAgain();
        return changed;
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("operator")
    public void drop(@PathParam("id") String id) {
        UUID ruleId = RequestValue.id("rule", id);
        QuarkusTransaction.requiringNew().run(() -> rules.delete(found(ruleId)));
        categorisation.judgeAllAgain();
    }

    @POST
    @Path("/preview")
    @RolesAllowed("reader")
    public RulePreview preview(@NotNull @Valid RuleTrial trial) {
        YearMonth month = trial.month() == null
                ? YearMonth.from(businessDate.today()).minusMonths(1)
                : RequestValue.month("month", trial.month());
        categorisation.refresh();
        return QuarkusTransaction.requiringNew().call(() -> {
            entries.readOnly();
            return RulePreview.of(
                    month,
                    entries.ofMonth(month),
                    categorisation.categoriser(trial.rules()),
                    rates.prices(),
                    categorisation.contractsAsOf());
        });
    }

    private CategoryRule found(UUID id) {
        return rules.findByIdOptional(id).orElseThrow(() -> Rejection.notFound("rule", id));
    }

    private void refuseTaken(RuleTerms terms, UUID except) {
        if (rules.isTaken(terms.name(), except)) {
            throw Rejection.conflict(
                    "rule-name-taken",
                    "Another rule is named '%s'.".formatted(terms.name().strip()));
        }
    }
}
