package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceLine;
import fr.syaga.facturation.invoice.invoice.VatShare;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.vat.VatRegime;
import fr.syaga.facturation.invoice.vat.VatTable;

/**
 * Which VAT the lines of a document bear: what its writer says, else what the customer's regime asks for on that day. A credit
 * note follows its invoice, whatever became of the customer's regime since.
 */
final class Taxation {

    private final Customer customer;
    private final VatTable rates;
    private final Optional<Invoice> credited;

    Taxation(Customer customer, VatTable rates, Optional<Invoice> credited) {
        this.customer = customer;
        this.rates = rates;
        this.credited = credited;
    }

    /** Null while nobody knows it. */
    VatRegime regime() {
        return customer.vatRegime();
    }

    /**
     * The rate of a line.
     *
     * @param said percent by the line's writer, or null
     * @throws Rejection 400 for a rate that the law or the regime rules out, 409 when none is said and the regime is not known
     */
    VatRate rate(String field, BigDecimal said, InvoiceKind kind, LocalDate day) {
        if (said == null) {
            return creditedRate().orElseGet(() -> usualRate(day));
        }
        VatRate rate = new VatRate(said);
        if (creditedCategory(rate).isEmpty()) {
            check(field, rate, kind, day);
        }
        return rate;
    }

    /** A credit note may bear a rate of the past: that of the invoice which it corrects. */
    private void check(String field, VatRate rate, InvoiceKind kind, LocalDate day) {
        boolean holds = kind == InvoiceKind.CREDIT_NOTE ? rates.knows(rate) : rates.holdsOn(rate, day);
        if (!holds) {
            throw Rejection.invalid(field, "%s %% is no French VAT rate on %s".formatted(rate, day));
        }
        if (!allows(rate)) {
            throw Rejection.invalid(field, "a customer under %s is not charged VAT".formatted(regime()));
        }
    }

    /** The EN 16931 category of a line at this rate. */
    String category(VatRate rate) {
        return creditedCategory(rate).orElseGet(() -> regimeCategory(rate));
    }

    /** True when nothing in these lines contradicts the customer's present regime. */
    boolean agreesWith(List<InvoiceLine> lines) {
        return lines.stream().allMatch(this::agreesWith);
    }

    private boolean agreesWith(InvoiceLine line) {
        VatRate rate = line.taxed().rate();
        return regime() == null
                || credited.isPresent()
                || allows(rate) && regimeCategory(rate).equals(line.vatCategory());
    }

    /** The lines as the present regime wants them; what agrees with it already stays. @throws Rejection 409 while it is not known */
    List<InvoiceLine> corrected(List<InvoiceLine> lines, LocalDate day) {
        if (regime() == null && credited.isEmpty()) {
            throw DraftRefusal.vatUndecided(customer);
        }
        return lines.stream()
                .map(line -> agreesWith(line) ? line : corrected(line, usualRate(day)))
                .toList();
    }

    private InvoiceLine corrected(InvoiceLine line, VatRate rate) {
        return line.taxedAt(regimeCategory(rate), rate);
    }

    private VatRate usualRate(LocalDate day) {
        if (regime() == null) {
            throw DraftRefusal.vatUndecided(customer);
        }
        return regime() == VatRegime.FRENCH ? rates.normalOn(day) : VatRate.ZERO;
    }

    private boolean allows(VatRate rate) {
        return regime() == null || regime().allows(rate);
    }

    /** While the regime is not known, a rate is taken for what it is in France. */
    private String regimeCategory(VatRate rate) {
        return (regime() == null ? VatRegime.FRENCH : regime()).categoryAt(rate);
    }

    /** The one rate of the credited invoice; empty when it has several, or nobody knows which. */
    private Optional<VatRate> creditedRate() {
        List<VatRate> borne = creditedRates().distinct().toList();
        return borne.size() == 1 ? Optional.of(borne.get(0)) : Optional.empty();
    }

    private Stream<VatRate> creditedRates() {
        return credited.stream()
                .flatMap(invoice -> invoice.vatShares().stream())
                .map(VatShare::rate)
                .filter(rate -> rate != null)
                .map(VatRate::new);
    }

    /** How the credited invoice has this rate; an imported one does not say more than that it charged VAT. */
    private Optional<String> creditedCategory(VatRate rate) {
        return credited.stream()
                .flatMap(invoice -> invoice.vatShares().stream())
                .filter(share -> share.rate() != null && new VatRate(share.rate()).equals(rate))
                .findFirst()
                .map(share -> share.category() != null
                        ? share.category()
                        : rate.equals(VatRate.ZERO) ? regimeCategory(rate) : VatRegime.FRENCH.categoryAt(rate));
    }
}
