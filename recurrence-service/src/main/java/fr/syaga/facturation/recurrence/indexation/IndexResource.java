package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.RequestValue;

/** The published values of an index, entered by a person. */
@Path("/api/v1/indices/{index: [A-Z][A-Z0-9-]{1,19}}")
@Tag(name = "Indexation")
class IndexResource {

    private final IndexValues values;

    IndexResource(IndexValues values) {
        this.values = values;
    }

    /** A value as it was published. */
    record Published(
            @NotNull @DecimalMin("0.01") @Digits(integer = 6, fraction = 2)
            BigDecimal value) {}

    /** The value of a month. */
    record MonthValue(YearMonth month, BigDecimal value) {}

    /** An index and its values, the oldest first. */
    record IndexView(String index, List<MonthValue> values) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The values of an index, such as SYNTEC")
    public IndexView values(@PathParam("index") String index) {
        return new IndexView(
                index,
                values.of(index).stream()
                        .map(each -> new MonthValue(each.month(), each.value()))
                        .toList());
    }

    @PUT
    @Path("/{month}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(summary = "Enters the value of a month", description = "Indexations already proposed keep theirs.")
    public MonthValue enter(
            @PathParam("index") String index, @PathParam("month") String month, @NotNull @Valid Published published) {
        IndexValue.Key key = IndexValue.Key.of(index, RequestValue.month("month", month));
        IndexValue value = values.findByIdOptional(key).orElseGet(() -> {
            IndexValue fresh = new IndexValue(key);
            fresh.publish(published.value());
            values.persist(fresh);
            return fresh;
        });
        value.publish(published.value());
        return new MonthValue(value.month(), value.value());
    }
}
