package fr.syaga.facturation.invoice.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;

/** The codes under which Oxygène knows what is sold to a customer and how it pays; null means the export's own default. */
@Embeddable
public record OxygeneCodes(
        @Column(name = "oxygene_article_code") @Size(max = 40)
        String articleCode,

        @Column(name = "oxygene_payment_code") @Size(max = 40)
        String paymentCode) {}
