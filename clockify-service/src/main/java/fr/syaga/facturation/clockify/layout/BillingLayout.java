package fr.syaga.facturation.clockify.layout;

import java.util.Collections;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.Words;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.WrittenBack;

/**
 * How a customer's hours become invoices: the first group that takes an entry has it, the rest has what is left.
 *
 * @param rest hours at the price list's price when it is not said
 */
@WrittenBack(LayoutView.class)
public record BillingLayout(
        @Size(max = 100) List<@NotNull @Valid LayoutGroup> groups,
        @Valid LayoutGroup rest) {

    public BillingLayout {
        groups = groups == null ? List.of() : Collections.unmodifiableList(groups);
        rest = rest == null ? LayoutGroup.ofAllElse() : rest;
    }

    /** Which group has such work: its place, or that after the last one for the rest. */
    public int placeOf(EntryDetails details) {
        Words text = Words.of(details);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).takes(details, text)) {
                return i;
            }
        }
        return groups.size();
    }

    public LayoutGroup at(int place) {
        return place < groups.size() ? groups.get(place) : rest;
    }

    public LayoutGroup of(EntryDetails details) {
        return at(placeOf(details));
    }

    /** What names the draft that the group at this place is on; empty for the shared one. */
    public String partOf(int place) {
        if (!at(place).ownInvoice()) {
            return "";
        }
        return place < groups.size() ? "g:" + Words.fold(groups.get(place).title()) : "rest";
    }

    /** Refuses what can be read and yet says nothing. */
    void check() {
        for (int i = 0; i < groups.size(); i++) {
            LayoutGroup group = groups.get(i);
            String field = "groups[%d].".formatted(i);
            checkTitle(i, field);
            if (group.words().isEmpty() && group.projects().isEmpty()) {
                throw Rejection.invalid(field + "words", "is empty, and so is projects: what no group takes is rest's");
            }
            checkNames(group.words(), field + "words");
            checkNames(group.projects(), field + "projects");
            checkPrice(group, field);
        }
        if (!rest.words().isEmpty() || !rest.projects().isEmpty()) {
            throw Rejection.invalid("rest.words", "rest takes all that no group takes; leave words and projects out");
        }
        checkPrice(rest, "rest.");
    }

    private void checkTitle(int place, String field) {
        String title = groups.get(place).title();
        if (title == null || Words.fold(title).isEmpty()) {
            throw Rejection.invalid(field + "title", "is missing");
        }
        boolean taken = groups.subList(0, place).stream()
                .anyMatch(other -> Words.fold(other.title()).equals(Words.fold(title)));
        if (taken) {
            throw Rejection.invalid(field + "title", "another group is named '%s'".formatted(title));
        }
    }

    private static void checkNames(List<String> names, String field) {
        for (int i = 0; i < names.size(); i++) {
            if (Words.fold(names.get(i)).isEmpty()) {
                throw Rejection.invalid("%s[%d]".formatted(field, i), "has no word");
            }
        }
    }

    private static void checkPrice(LayoutGroup group, String field) {
        if (group.unitPrice() == null && group.unit() != BilledUnit.HOUR) {
            throw Rejection.invalid(field + "unitPrice", "is missing: only an hour has a price in the price list");
        }
    }
}
