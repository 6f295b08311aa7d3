package fr.syaga.facturation.clockify.customer;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person's decisions; clients that are not named stay as they are. */
record MappingChoices(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Choice> items) {

    /** @param customerCode null sends the client back to waiting */
    record Choice(@NotBlank String clientName, String customerCode) {}
}
