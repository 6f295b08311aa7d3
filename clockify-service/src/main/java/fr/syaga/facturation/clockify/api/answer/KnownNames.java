package fr.syaga.facturation.clockify.api.answer;

import java.util.Map;

/** The names of one moment; an id nobody knows has none. */
public final class KnownNames {

    private static final StoredName NOBODY = new StoredName(null, null);

    private final Map<String, StoredName> names;

    public KnownNames(Map<String, StoredName> names) {
        this.names = names;
    }

    StoredName of(String id) {
        return id == null ? NOBODY : names.getOrDefault(id, NOBODY);
    }

    public boolean lacks(String id) {
        return id != null && !names.containsKey(id);
    }
}
