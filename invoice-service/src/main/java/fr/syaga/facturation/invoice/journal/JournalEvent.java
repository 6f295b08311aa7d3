package fr.syaga.facturation.invoice.journal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen to a document that is worth proof. */
@Schema(name = "Deed")
public enum JournalEvent {
    IMPORTED,
    IMPORT_UNDONE,
    PAYMENT_LISTED,
    APPROVED,
    REOPENED,
    CANCELLED,
    ISSUED,
    NUMBER_LEARNT,
    LEGAL_FACTS_FROZEN,
    EXPORTED,
    SENT,
    PAID,
    PAYMENT_REVERSED,
    SETTLED,
    SETTLEMENT_UNDONE,
    DOCUMENT_KEPT,
    DOCUMENT_REMOVED,
    ACCEPTED,
    DECLINED
}
