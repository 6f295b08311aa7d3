package fr.syaga.facturation.clockify.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that may stand in a mapping's name: a project's begins with the customer, {@code ZED - Maintenance}. */
final class ProjectName {

    /** A dash of any kind between spaces of any kind. */
    private static final Pattern DASH = Pattern.compile("(?U)[\\s\\p{Z}]+[\\p{Pd}\\u2212][\\s\\p{Z}]+");

    private ProjectName() {}

    /** Folded: for a project what stands before each dash, then the whole name; for all else the name. */
    static List<String> candidates(MappingKind kind, String name) {
        Set<String> names = new LinkedHashSet<>();
        if (kind == MappingKind.PROJECT) {
            Matcher dash = DASH.matcher(name);
            while (dash.find()) {
                add(names, name.substring(0, dash.start()));
            }
        }
        add(names, name);
        return List.copyOf(names);
    }

    private static void add(Set<String> names, String name) {
        String folded = ClientName.fold(name);
        if (!folded.isEmpty()) {
            names.add(folded);
        }
    }
}
