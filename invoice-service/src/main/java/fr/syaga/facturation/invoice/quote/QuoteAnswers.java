package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.drafting.InvoiceDrafting;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.QuotePart;
import fr.syaga.facturation.invoice.journal.JournalEvent;

/**
 * What a customer says to a quote. Each answer locks the quote; a yes makes its invoices once, as drafts, however often and by how
 * many at the same moment it is told.
 */
@ApplicationScoped
class QuoteAnswers {

    private final Invoices invoices;
    private final InvoiceDrafting drafting;
    private final InvoiceJournal journal;
    private final BusinessDate date;

    QuoteAnswers(Invoices invoices, InvoiceDrafting drafting, InvoiceJournal journal, BusinessDate date) {
        this.invoices = invoices;
        this.drafting = drafting;
        this.journal = journal;
        this.date = date;
    }

    /** All of it is billed, or an advance first. */
    @Transactional
    InvoiceView accept(String id, IfMatch seen, BigDecimal advancePercent) {
        return answer(id, seen, quote -> {
            if (quote.status() == InvoiceStatus.ACCEPTED) {
                requireSame(quote, advancePercent);
                return;
            }
            quote.accept(advancePercent, date.today());
            if (advancePercent == null) {
                drafting.draftOf(quote, QuotePart.WHOLE, QuoteInvoices.whole(quote));
            } else {
                drafting.draftOf(quote, QuotePart.ADVANCE, QuoteInvoices.advance(quote, advancePercent));
            }
            journal.answered(JournalEvent.ACCEPTED, quote);
        });
    }

    /** Bills what is left after the advance. */
    @Transactional
    InvoiceView acceptRest(String id, IfMatch seen) {
        return answer(id, seen, quote -> {
            if (quote.status() != InvoiceStatus.ACCEPTED || quote.offer().advancePercent() == null) {
                throw Rejection.conflict(
                        "no-advance",
                        "%s was not accepted with an advance, so that there is no rest. Accept it with advancePercent first."
                                .formatted(name(quote)));
            }
            List<Invoice> standing = quote.madeInvoices().stream()
                    .filter(each -> each.status() != InvoiceStatus.CANCELLED)
                    .toList();
            if (standing.stream().noneMatch(each -> each.quotePart() == QuotePart.REST)) {
                drafting.draftOf(quote, QuotePart.REST, QuoteInvoices.rest(quote, withCreditNotes(standing)));
                journal.answered(JournalEvent.ACCEPTED, quote);
            }
        });
    }

    @Transactional
    InvoiceView decline(String id, IfMatch seen, String reason) {
        return answer(id, seen, quote -> {
            if (quote.status() != InvoiceStatus.DECLINED) {
                quote.decline(reason);
                invoices.flush();
                journal.answered(JournalEvent.DECLINED, quote);
            }
        });
    }

    private InvoiceView answer(String id, IfMatch seen, Consumer<Invoice> answer) {
        Invoice quote = invoices.lock(id);
        IfMatch.check(seen, quote.version());
        if (!quote.isQuote()) {
            throw Rejection.conflict(
                    "not-a-quote", "%s is no quote: nobody accepts or declines it.".formatted(name(quote)));
        }
        answer.accept(quote);
        invoices.flush();
        return InvoiceView.of(quote);
    }

    private List<Invoice> withCreditNotes(List<Invoice> standing) {
        return standing.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), invoices.creditNotesOf(each.id()).stream()))
                .toList();
    }

    private static void requireSame(Invoice quote, BigDecimal advancePercent) {
        BigDecimal known = quote.offer().advancePercent();
        boolean same =
                known == null ? advancePercent == null : advancePercent != null && known.compareTo(advancePercent) == 0;
        if (!same) {
            throw Rejection.conflict(
                    "already-accepted",
                    known == null
                            ? "%s was accepted as a whole already. Drop or cancel its invoice and reopen it to accept it otherwise."
                                    .formatted(name(quote))
                            : "%s was accepted with an advance of %s %% already; POST accept-rest bills the rest."
                                    .formatted(
                                            name(quote),
                                            known.stripTrailingZeros().toPlainString()));
        }
    }

    private static String name(Invoice quote) {
        return quote.number() == null ? "Document " + quote.id() : quote.number();
    }
}
