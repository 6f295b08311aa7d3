package fr.syaga.facturation.clockify.invoicing;

import java.util.List;

/** A customer as far as a Clockify client may be one. */
public record Customer(String code, String name, List<String> aliases) {

    public Customer {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
