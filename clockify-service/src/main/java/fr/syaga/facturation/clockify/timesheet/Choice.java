package fr.syaga.facturation.clockify.timesheet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A person's decision about an entry.
 *
 * @param category null leaves it to the rules
 * @param customer whom to bill; null for the client's own customer
 */
@Embeddable
public record Choice(
        @Enumerated(EnumType.STRING) @Column(name = "chosen_category")
        Category category,

        @Column(name = "chosen_customer") String customer,
        @Column(name = "chosen_reason") String reason) {}
