package fr.syaga.facturation.clockify.invoicing;

import java.util.List;

/** A customer of invoice-service: what is needed to recognise a client of Clockify's as one. */
public record Customer(String code, String name, List<String> aliases) {

    public Customer {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
