package fr.syaga.facturation.invoice.drafting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.OpenDrafts;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.vat.RatesInForce;
import fr.syaga.facturation.invoice.vat.VatTable;

/** Holds documents against the present VAT regime of their customer: written under a former one, they may contradict it. */
@ApplicationScoped
public class CustomerVat implements OpenDrafts {

    private final Invoices invoices;
    private final Customers customers;
    private final RatesInForce rates;

    CustomerVat(Invoices invoices, Customers customers, RatesInForce rates) {
        this.invoices = invoices;
        this.customers = customers;
        this.rates = rates;
    }

    /** How a document for this customer is taxed; {@code creditOf} is the invoice that a credit note follows, or null. */
    public Taxation taxation(Customer customer, UUID creditOf) {
        return taxation(customer, rates.table(), creditOf);
    }

    /** How an invoice for this customer is taxed by the rates of a table that serves many. */
    public Taxation taxation(Customer customer, VatTable table) {
        return taxation(customer, table, null);
    }

    private Taxation taxation(Customer customer, VatTable table, UUID creditOf) {
        return new Taxation(customer, table, Optional.ofNullable(creditOf).flatMap(invoices::findByIdOptional));
    }

    private Taxation taxation(Invoice invoice) {
        return taxation(customers.get(invoice.customerCode()), invoice.creditOf());
    }

    /** @throws fr.syaga.facturation.edge.Rejection 409 when the document's VAT contradicts the regime */
    public void requireAgreement(Invoice invoice) {
        Taxation taxation = taxation(invoice);
        if (!taxation.agreesWith(invoice.lines())) {
            throw DraftRefusal.vatContradicts(invoice, taxation.regime());
        }
    }

    /** Sets rates, categories and totals of a draft right by the present regime, and changes nothing else. */
    @Transactional
    InvoiceView recompute(String id, IfMatch seen) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        invoice.requireDraft("recomputed");
        invoice.recompute(taxation(invoice).corrected(invoice.lines(), invoice.issuedOn()));
        invoices.flush();
        return InvoiceView.of(invoice);
    }

    @Override
    public List<UUID> contradicting(Customer customer) {
        VatTable table = rates.table();
        return invoices
                .list(
                        "customerCode = ?1 and status in ?2 and dispatch.exportedAt is null order by issuedOn, createdAt, id",
                        customer.code(),
                        List.of(InvoiceStatus.DRAFT, InvoiceStatus.APPROVED))
                .stream()
                .filter(invoice ->
                        !taxation(customer, table, invoice.creditOf()).agreesWith(invoice.lines()))
                .map(Invoice::id)
                .toList();
    }
}
