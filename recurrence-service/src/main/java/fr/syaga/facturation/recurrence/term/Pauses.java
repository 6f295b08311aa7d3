package fr.syaga.facturation.recurrence.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;

import fr.syaga.facturation.edge.Rejection;

/** The pauses of a contract; no two of them cover one day, and one at most is open. */
@Embeddable
public class Pauses {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_pause", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Pause> pauses = new ArrayList<>();

    public void begin(LocalDate from, String reason) {
        pauses.stream().filter(Pause::isOpen).findFirst().ifPresent(open -> {
            throw Rejection.conflict(
                    "contract-is-paused",
                    "This contract is paused since %s already; resume it first.".formatted(open.pausedFrom()));
        });
        pauses.stream()
                .filter(pause -> pause.resumedOn().isAfter(from))
                .max(Comparator.comparing(Pause::resumedOn))
                .ifPresent(other -> {
                    throw Rejection.conflict(
                            "contract-is-paused",
                            "This contract was paused from %s to %s already; pause it from %s or later."
                                    .formatted(other.pausedFrom(), other.resumedOn(), other.resumedOn()));
                });
        pauses.add(new Pause(from, reason));
    }

    public void end(LocalDate on, String reason) {
        Pause open = pauses.stream()
                .filter(Pause::isOpen)
                .findFirst()
                .orElseThrow(() -> Rejection.conflict(
                        "contract-is-not-paused", "This contract is not paused; it is invoiced as planned."));
        if (on.isBefore(open.pausedFrom())) {
            throw Rejection.invalid("on", "is before the pause began on " + open.pausedFrom());
        }
        if (on.equals(open.pausedFrom())) {
            // It never held a day.
            pauses.remove(open);
        } else {
            open.resume(on, reason);
        }
    }

    public Optional<Pause> on(LocalDate day) {
        return pauses.stream().filter(pause -> pause.covers(day)).findFirst();
    }

    public List<Pause> inOrder() {
        return pauses.stream().sorted(Comparator.comparing(Pause::pausedFrom)).toList();
    }
}
