package fr.syaga.facturation.export.delivery;

import java.util.List;
import java.util.UUID;

/**
 * All that one mail says and carries, made before a person says yes, so that what leaves is what was looked at.
 *
 * @param isElectronic false when the document lacks what Factur-X needs and goes as plain PDF, and for what is none
 * @param isOwnDocument true when the document is the paper that Oxygène printed
 * @param missing what the law asks for and nobody entered
 * @param noEInvoice why the document is no electronic invoice and what leaves instead, in French; null when it is one
 * @param timesheet the hours behind the invoice as PDF, null when there are none
 */
record Letter(
        UUID id,
        Envelope envelope,
        boolean isElectronic,
        boolean isOwnDocument,
        List<String> missing,
        String noEInvoice,
        byte[] document,
        byte[] timesheet) {}
