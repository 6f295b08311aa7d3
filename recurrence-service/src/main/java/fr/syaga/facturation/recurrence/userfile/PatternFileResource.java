package fr.syaga.facturation.recurrence.userfile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** The active patterns as the two JSON files that the user's other tools read, under the user's keys; read in they are decisions. */
@Path("/api/v1/patterns")
@Tag(name = "Patterns")
class PatternFileResource {

    private static final String DECISIONS =
            "Each line is a yes to the pattern of its customer, periodicity and amount (or the"
                    + " price before), unless its decision is REJECTED or OPEN. Patterns, amounts and contracts come from the invoices"
                    + " alone. items says what each key did.";

    private final Patterns patterns;
    private final ConfigEntries entries;
    private final PatternFileReading reading;
    private final InvoicingClient invoicing;

    PatternFileResource(
            Patterns patterns, ConfigEntries entries, PatternFileReading reading, InvoicingClient invoicing) {
        this.patterns = patterns;
        this.entries = entries;
        this.reading = reading;
        this.invoicing = invoicing;
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
            @JsonProperty("ca_annuel_estime") BigDecimal caAnnuelEstime,
            String decision) {

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
                    pattern.netAmount().multiply(BigDecimal.valueOf(periodicity.perYear())),
                    pattern.decision().name());
        }
    }

    /** A pattern in the words of {@code patterns_reels_definitifs.json}: only what is billed monthly is a {@code forfait_mensuel}. */
    private static Map<String, Object> real(FoundPattern pattern) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("forfait_" + pattern.schedule().periodicity().french(), pattern.netAmount());
        line.put("description", pattern.label());
        line.put("jour_facturation", pattern.schedule().dayOfMonth());
        line.put("decision", pattern.decision().name());
        return line;
    }

    @GET
    @Path("/patterns_recurrence.json")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The active patterns as patterns_recurrence.json")
    @APIResponse(
            responseCode = "200",
            description = "By the user's keys",
            content = @Content(schema = @Schema(implementation = Map.class)))
    public Response recurrence() {
        return download("patterns_recurrence.json", Recurrence::of);
    }

    @GET
    @Path("/patterns_reels_definitifs.json")
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "The active patterns as patterns_reels_definitifs.json",
            description =
                    "forfait_mensuel is the amount of a monthly invoice; a rarer one is forfait_trimestriel, forfait_annuel and so on.")
    @APIResponse(
            responseCode = "200",
            description = "By the user's keys",
            content = @Content(schema = @Schema(implementation = Map.class)))
    public Response real() {
        return download("patterns_reels_definitifs.json", PatternFileResource::real);
    }

    @PUT
    @Path("/patterns_recurrence.json")
    @RolesAllowed("operator")
    @Operation(summary = "Reads patterns_recurrence.json as decisions", description = DECISIONS)
    public PatternFileReading.Answer readRecurrence(@NotNull LinkedHashMap<String, @NotNull @Valid PatternLine> file) {
        return read(file);
    }

    @PUT
    @Path("/patterns_reels_definitifs.json")
    @RolesAllowed("operator")
    @Operation(summary = "Reads patterns_reels_definitifs.json as decisions", description = DECISIONS)
    public PatternFileReading.Answer readReal(@NotNull LinkedHashMap<String, @NotNull @Valid PatternLine> file) {
        return read(file);
    }

    private PatternFileReading.Answer read(Map<String, PatternLine> file) {
        if (file.isEmpty()) {
            throw Rejection.invalid("body", "holds no pattern");
        }
        file.values().forEach(PatternLine::says);
        return reading.read(file, invoicing.customers());
    }

    private <T> Response download(String name, Function<FoundPattern, T> form) {
        UserKeys keys = new UserKeys(entries.inOrder());
        Map<String, T> file = new LinkedHashMap<>();
        patterns.latest().stream()
                .filter(FoundPattern::isActive)
                .forEach(each -> file.put(keys.of(each, file), form.apply(each)));
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
