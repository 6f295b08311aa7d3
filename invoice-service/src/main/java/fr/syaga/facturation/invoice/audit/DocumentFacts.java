package fr.syaga.facturation.invoice.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.syaga.facturation.invoice.invoice.Invoice;

/** What the journal says of a document whatever happens to it: who, when and how much, in euros with two decimals. */
record DocumentFacts(
        UUID id,
        String number,
        String customerCode,
        String customerName,
        LocalDate issuedOn,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal gross,
        BigDecimal paid) {

    static DocumentFacts of(Invoice invoice) {
        return new DocumentFacts(
                invoice.id(),
                invoice.number(),
                invoice.customerCode(),
                invoice.customerName(),
                invoice.issuedOn(),
                invoice.net().amount(),
                invoice.vat().amount(),
                invoice.gross().amount(),
                invoice.paid().amount());
    }

    /** By name, ready for more facts. */
    Map<String, Object> byName() {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("number", number);
        facts.put("customerCode", customerCode);
        facts.put("customerName", customerName);
        facts.put("issuedOn", issuedOn);
        facts.put("net", net);
        facts.put("vat", vat);
        facts.put("gross", gross);
        facts.put("paid", paid);
        return facts;
    }
}
