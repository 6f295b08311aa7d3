package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.plan.Planned;
import fr.syaga.facturation.recurrence.term.ReplacedAsAWhole;

/** What a dry run said. A run that names it bills exactly that, or nothing. */
@Entity
class RunPreview {

    @Id
    private UUID id;

    private LocalDate dueFrom;
    private LocalDate dueTo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedAsAWhole.class)
    private List<Line> lines;

    private Instant createdAt;

    protected RunPreview() {}

    RunPreview(LocalDate dueFrom, LocalDate dueTo, List<Planned> plan) {
        this.id = UUID.randomUUID();
        this.dueFrom = dueFrom;
        this.dueTo = dueTo;
        this.lines = linesOf(plan);
        this.createdAt = Instant.now();
    }

    /** Everything of one invoice that its customer will see, and whether it leaves without another look. */
    record Line(
            UUID contractId,
            String contract,
            LocalDate periodFrom,
            LocalDate dueOn,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            BigDecimal netAmount,
            String label,
            String articleCode,
            String subject,
            List<String> scope,
            boolean approve) {

        /** Previews kept by an earlier release know of no scope. */
        Line {
            scope = scope == null ? List.of() : scope;
        }

        static Line of(Planned planned) {
            var invoice = planned.invoice();
            return new Line(
                    planned.contract().id(),
                    planned.contract().customerCode(),
                    invoice.period().from(),
                    invoice.dueOn(),
                    invoice.service().from(),
                    invoice.service().to(),
                    invoice.netAmount().setScale(2),
                    invoice.label(),
                    invoice.text().articleCode(),
                    invoice.text().subject(),
                    invoice.text().scope(),
                    planned.approve());
        }

        String contractName() {
            return "%s (contract %s)".formatted(contract, contractId);
        }
    }

    /** @throws Rejection 400 for another time than the previewed one, 409 naming the contracts that changed since */
    void requireUnchanged(LocalDate from, LocalDate to, List<Planned> plan) {
        if (!from.equals(dueFrom) || !to.equals(dueTo)) {
            throw Rejection.invalid("previewToken", "is of a preview from %s to %s".formatted(dueFrom, dueTo));
        }
        Set<Line> then = new HashSet<>(lines);
        Set<Line> now = new HashSet<>(linesOf(plan));
        List<String> changed = Stream.concat(
                        then.stream().filter(line -> !now.contains(line)),
                        now.stream().filter(line -> !then.contains(line)))
                .map(Line::contractName)
                .distinct()
                .sorted()
                .toList();
        if (!changed.isEmpty()) {
            throw Rejection.conflict(
                    "preview-is-outdated",
                    "Nothing was invoiced: since the preview changed %s. Make a new dry run and run with its token."
                            .formatted(String.join(", ", changed)));
        }
    }

    private static List<Line> linesOf(List<Planned> plan) {
        return plan.stream().filter(Planned::isDue).map(Line::of).toList();
    }

    UUID id() {
        return id;
    }
}
