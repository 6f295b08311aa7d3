package fr.syaga.facturation.invoice.vat;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Whether a customer is charged VAT: by a person's word, which stands whatever the documents say, else by its documents.
 *
 * @param regime null while nobody knows it; then there is a hint
 * @param decidedAt when a person said it; null when nobody did
 */
@Embeddable
public record VatStanding(
        @Enumerated(EnumType.STRING) @Column(name = "vat_regime")
        VatRegime regime,

        @Enumerated(EnumType.STRING) @Column(name = "vat_regime_hint")
        VatRegimeHint hint,

        @Column(name = "vat_regime_decided_at") Instant decidedAt,
        @Column(name = "vat_regime_decided_by") String decidedBy) {

    /** What is supposed of a customer whose documents do not say otherwise. */
    public static final VatStanding FRENCH = new VatStanding(VatRegime.FRENCH, null, null, null);

    public static final VatStanding UNDECIDED = new VatStanding(null, VatRegimeHint.NO_VAT_IN_HISTORY, null, null);

    boolean isDecided() {
        return decidedAt != null;
    }

    /** A person's word; the same word again keeps who said it first. */
    public VatStanding decided(VatRegime word, String who) {
        return isDecided() && word == regime ? this : new VatStanding(word, null, Instant.now(), who);
    }
}
