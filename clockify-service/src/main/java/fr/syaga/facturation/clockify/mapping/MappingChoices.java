package fr.syaga.facturation.clockify.mapping;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.WrittenBack;

/** A person's decisions; what is not named stays as it is. */
@WrittenBack(Page.class)
record MappingChoices(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Choice> items) {

    /**
     * One decision.
     *
     * @param kind CLIENT when it is not said
     * @param clientName the name, as it was called first
     * @param customerCode null takes the decision back
     */
    @WrittenBack(MappingView.class)
    record Choice(
            MappingKind kind,
            @Size(max = 500) String name,
            @Size(max = 500) String clientName,
            @Size(max = 40) String customerCode) {

        Choice {
            kind = kind == null ? MappingKind.CLIENT : kind;
            name = orNull(name) == null ? orNull(clientName) : orNull(name);
            customerCode = orNull(customerCode);
        }

        private static String orNull(String text) {
            return PlainText.orNull(text);
        }

        CustomerMapping.Key key() {
            return CustomerMapping.Key.of(kind, name);
        }
    }
}
