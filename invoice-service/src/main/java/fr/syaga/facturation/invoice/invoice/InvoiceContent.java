package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that a draft says, checked, with what its writer left out filled in.
 *
 * @param validUntil of a quote only
 * @param dueOn null for a quote
 * @param lines with their net amounts and their VAT
 */
public record InvoiceContent(
        InvoiceKind kind,
        InvoiceOrigin origin,
        String customerCode,
        String customerName,
        LocalDate issuedOn,
        LocalDate validUntil,
        LocalDate dueOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        String subject,
        String purchaseOrder,
        String contractId,
        String runId,
        UUID creditOf,
        List<InvoiceLine> lines) {}
