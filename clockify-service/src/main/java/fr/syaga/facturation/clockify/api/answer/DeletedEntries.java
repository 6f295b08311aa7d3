package fr.syaga.facturation.clockify.api.answer;

import java.util.List;
import java.util.Objects;

/** Clockify's feed of what was deleted. */
public record DeletedEntries(List<Deleted> response) {

    /** One deletion. */
    public record Deleted(String id) {}

    public List<String> ids() {
        return ClockifyEntry.present(response).stream()
                .map(Deleted::id)
                .filter(Objects::nonNull)
                .toList();
    }
}
