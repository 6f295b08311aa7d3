package fr.syaga.facturation.export.invoicing;

/** A customer and the codes under which Oxygène knows what is sold to it and how it pays; a missing code is null. */
public record Customer(String code, String name, OxygeneCodes oxygene) {

    /** The customer's own codes in Oxygène. */
    public record OxygeneCodes(String articleCode, String paymentCode) {}

    public String articleCode() {
        return oxygene == null ? null : oxygene.articleCode();
    }

    public String paymentCode() {
        return oxygene == null ? null : oxygene.paymentCode();
    }
}
