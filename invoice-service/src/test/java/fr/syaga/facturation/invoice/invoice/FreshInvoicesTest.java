package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent by COPY is, in every column, what the entity itself would write. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FreshInvoicesTest {

    @Inject
    EntityManager session;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({
        "F20080101, INVOICE, ATELIER DU ROC, 100, 119.6, 0, 119.6, 19.6",
        "A20080102, CREDIT_NOTE, ATELIER DU ROC, -100, -119.6, 0, 0, 19.6",
        "F20080103, INVOICE, '\"L''Été\", \\N; \\. Œuvre', 0.01, 0.05, 0.05, 0, ",
        "F20080104, INVOICE, '\\.', 9999999999.99, 9999999999.99, 0, 1, 0",
        "F20080105, INVOICE, '  \uD83D\uDCA9  ', 0, 0, 0, 0, 20"
    })
    void everyColumnIsThatOfTheEntity(
            String number,
            InvoiceKind kind,
            String customer,
            String net,
            String gross,
            String paid,
            String left,
            String rate) {
        Ledger.customer("COPY1");
        Invoice invoice = Invoice.listed(
                new ListedDocument(
                        number,
                        kind,
                        "copy1",
                        customer,
                        LocalDate.of(2008, 1, 31),
                        Money.of(net),
                        Money.of(gross),
                        Money.of(paid),
                        Money.of(left),
                        true),
                rate == null ? null : new VatRate(new java.math.BigDecimal(rate)),
                "COPY1",
                UUID.randomUUID());

        String entered = written(invoice.id(), () -> {
            try (FreshInvoices fresh = FreshInvoices.into(database)) {
                fresh.send(List.of(invoice));
                fresh.await();
            }
        });
        String persisted = written(invoice.id(), () -> {
            session.persist(invoice);
            session.flush();
        });

        assertThat(entered).isEqualTo(persisted).contains(number, "\"import_id\"");
    }

    /** The row as it stands in the transaction, which is then rolled back. */
    private String written(UUID id, Runnable writer) {
        QuarkusTransaction.begin();
        try {
            writer.run();
            return (String) session.createNativeQuery("select cast(to_jsonb(i) as text) from invoice i where id = ?1")
                    .setParameter(1, id)
                    .getSingleResult();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
