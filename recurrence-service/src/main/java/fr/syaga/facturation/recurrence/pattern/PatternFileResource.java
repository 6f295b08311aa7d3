package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.recurrence.detection.PatternStatus;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** The active patterns as the two JSON files that the user's other tools read, by customer name. */
@Path("/api/v1/patterns")
@Tag(name = "Patterns")
class PatternFileResource {

    private final Patterns patterns;

    PatternFileResource(Patterns patterns) {
        this.patterns = patterns;
    }

    /** The last invoice of a pattern. */
    record LastInvoice(LocalDate date, BigDecimal montant) {}

    /** A pattern in the words of {@code patterns_recurrence.json}. */
    record Recurrence(
            @JsonProperty("type_recurrence") String typeRecurrence,
            @JsonProperty("frequence_annuelle") int frequenceAnnuelle,
            @JsonProperty("intervalle_moyen_jours") long intervalleMoyenJours,
            @JsonProperty("montant_recurrent") BigDecimal montantRecurrent,
            BigDecimal regularite,
            @JsonProperty("nb_factures_total") int nbFacturesTotal,
            @JsonProperty("derniere_facture") LastInvoice derniereFacture,
            @JsonProperty("prochaine_prevue") LocalDate prochainePrevue,
            @JsonProperty("ca_annuel_estime") BigDecimal caAnnuelEstime) {

        static Recurrence of(FoundPattern pattern) {
            Periodicity periodicity = pattern.schedule().periodicity();
            int gaps = Math.max(1, pattern.evidence().size() - 1);
            return new Recurrence(
                    periodicity.frenchRecurrence(),
                    periodicity.perYear(),
                    Math.round((double) ChronoUnit.DAYS.between(pattern.since(), pattern.lastInvoicedOn()) / gaps),
                    pattern.netAmount(),
                    pattern.confidence(),
                    pattern.evidence().size(),
                    new LastInvoice(pattern.lastInvoicedOn(), pattern.netAmount()),
                    pattern.nextDueOn(),
                    pattern.netAmount().multiply(BigDecimal.valueOf(periodicity.perYear())));
        }
    }

    /** A pattern in the words of {@code patterns_reels_definitifs.json}. */
    record RealPattern(
            @JsonProperty("forfait_mensuel") BigDecimal forfaitMensuel,
            String description,
            @JsonProperty("jour_facturation") int jourFacturation) {

        static RealPattern of(FoundPattern pattern) {
            return new RealPattern(
                    pattern.netAmount(), pattern.label(), pattern.schedule().dayOfMonth());
        }
    }

    @GET
    @Path("/patterns_recurrence.json")
    @RolesAllowed("reader")
    @Operation(summary = "The active patterns as patterns_recurrence.json")
    @APIResponse(
            responseCode = "200",
            description = "By customer",
            content = @Content(schema = @Schema(implementation = Map.class)))
    public Response recurrence() {
        return download("patterns_recurrence.json", Recurrence::of);
    }

    @GET
    @Path("/patterns_reels_definitifs.json")
    @RolesAllowed("reader")
    @Operation(
            summary = "The active patterns as patterns_reels_definitifs.json",
            description = "forfait_mensuel is the amount of one invoice, as in the user's own file.")
    @APIResponse(
            responseCode = "200",
            description = "By customer",
            content = @Content(schema = @Schema(implementation = Map.class)))
    public Response real() {
        return download("patterns_reels_definitifs.json", RealPattern::of);
    }

    private <T> Response download(String name, java.util.function.Function<FoundPattern, T> form) {
        List<FoundPattern> active = patterns.latest().stream()
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .toList();
        Map<String, T> file = new LinkedHashMap<>();
        for (FoundPattern each : active) {
            String key = each.customerName();
            for (int n = 2; file.containsKey(key); n++) {
                key = each.customerName() + " " + n;
            }
            file.put(key, form.apply(each));
        }
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
