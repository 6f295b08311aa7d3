package fr.syaga.facturation.clockify.category;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.syaga.facturation.clockify.customer.ClientName;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.Words;
import fr.syaga.facturation.edge.PlainText;

/**
 * When a rule applies: every condition that is given holds; one that is not given asks for nothing. Names are compared without
 * case, accents and punctuation.
 *
 * @param clients one of these is the client, legal form aside
 * @param projects one of these is the project's whole name
 * @param tasks one of these is the task
 * @param tags one of these is a tag
 * @param users one of these is the person's name or e-mail
 * @param words one of these stands as whole words in the project's name or the description
 * @param texts one of these stands anywhere in the project's name or the description
 * @param billable Clockify's flag
 * @param customerHasContract a contract of the customer holds on the entry's day
 * @param ownCompany the client or the project begins with the own company's word
 * @param types one of these is the entry's type: REGULAR, BREAK, TIME_OFF, HOLIDAY
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Condition(
        List<String> clients,
        List<String> projects,
        List<String> tasks,
        List<String> tags,
        List<String> users,
        List<String> words,
        List<String> texts,
        Boolean billable,
        Boolean customerHasContract,
        Boolean ownCompany,
        List<String> types) {

    /** Asks for nothing. */
    static final Condition NONE = new Condition(null, null, null, null, null, null, null, null, null, null, null);

    /** What else is known of an entry and its customer. */
    record Facts(Words text, EntryStatus status, boolean hasContract, boolean isOurs) {}

    public Condition {
        clients = orNone(clients);
        projects = orNone(projects);
        tasks = orNone(tasks);
        tags = orNone(tags);
        users = orNone(users);
        words = orNone(words);
        texts = orNone(texts);
        types = orNone(types);
    }

    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    boolean holds(EntryDetails details, Facts facts) {
        return isOneOf(clients, details.clientName(), true)
                && isOneOf(projects, details.projectName(), false)
                && isOneOf(tasks, details.taskName(), false)
                && hasTag(details.tags())
                && (isOneOf(users, details.userName(), false) || isOneOf(users, details.userEmail(), false))
                && (words.isEmpty() || words.stream().anyMatch(facts.text()::holdWhole))
                && (texts.isEmpty() || texts.stream().anyMatch(facts.text()::hold))
                && (billable == null || billable == details.billable())
                && (customerHasContract == null || customerHasContract == facts.hasContract())
                && (ownCompany == null || ownCompany == facts.isOurs())
                && (types.isEmpty() || facts.status().isOneOf(types));
    }

    /** It looks at what kind of time it is, which is known without a project too. */
    boolean asksForType() {
        return !types.isEmpty();
    }

    private static boolean isOneOf(List<String> wanted, String name, boolean company) {
        return wanted.isEmpty()
                || name != null
                        && wanted.stream()
                                .anyMatch(each -> company
                                        ? ClientName.fold(each).equals(ClientName.fold(name))
                                        : Words.fold(each).equals(Words.fold(name)));
    }

    private boolean hasTag(String joined) {
        return tags.isEmpty()
                || joined != null
                        && java.util.Arrays.stream(
                                        PlainText.withPlainSpaces(joined).split(", "))
                                .anyMatch(tag -> isOneOf(tags, tag, false));
    }
}
