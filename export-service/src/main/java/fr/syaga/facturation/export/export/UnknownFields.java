package fr.syaga.facturation.export.export;

import java.util.Map;

import fr.syaga.facturation.edge.Rejection;

/** What a caller wrote that nobody reads: an order with a misspelt filter would otherwise select everything. */
final class UnknownFields {

    private UnknownFields() {}

    /** @throws Rejection 400 naming the first of them */
    static void refuse(String where, Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw Rejection.invalid(where + unknown.keySet().iterator().next(), "is no field here");
        }
    }
}
