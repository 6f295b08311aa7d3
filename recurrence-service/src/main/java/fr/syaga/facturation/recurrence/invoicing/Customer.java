package fr.syaga.facturation.recurrence.invoicing;

import java.util.List;

/** A customer as invoice-service knows it, by code, name and further names. */
public record Customer(String code, String name, List<String> aliases) {

    public Customer {
        aliases = aliases == null ? List.of() : aliases;
    }
}
