package fr.syaga.facturation.invoice.invoice;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.agroal.api.AgroalDataSource;

import fr.syaga.facturation.edge.TableCopy;

/**
 * New documents of a list on their way into the ledger, many at once and in the transaction of whoever opens it. While the
 * database takes some in, the next rows of the list can be read; ask it nothing before {@link #await}.
 */
public final class FreshInvoices implements AutoCloseable {

    private final Connection connection;
    private TableCopy underway;

    private FreshInvoices(Connection connection) {
        this.connection = connection;
    }

    public static FreshInvoices into(AgroalDataSource database) {
        try {
            return new FreshInvoices(database.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be opened", e);
        }
    }

    /** Sends documents that {@link Invoice#listed} made and that nobody stored; their customers are there. */
    public void send(List<Invoice> documents) {
        if (documents.isEmpty()) {
            return;
        }
        underway = TableCopy.into(
                connection,
                "invoice",
                "id",
                "kind",
                "status",
                "origin",
                "number",
                "customer_code",
                "customer_name",
                "issued_on",
                "net_amount",
                "vat_amount",
                "gross_amount",
                "listed_vat_rate",
                "paid_amount",
                "listed_outstanding",
                "currency",
                "import_id",
                "created_at",
                "words",
                "version");
        documents.forEach(each -> underway.row(
                each.id,
                each.kind,
                each.status(),
                each.origin,
                each.number,
                each.customerCode,
                each.customerName,
                each.issuedOn,
                each.netAmount,
                each.vatAmount,
                each.grossAmount,
                each.listedVatRate,
                each.paid(),
                each.outstanding(),
                each.currency,
                each.importId,
                each.createdAt,
                each.words,
                each.version()));
        underway.send();
    }

    /** Returns once the documents that were sent are in the ledger. */
    public void await() {
        if (underway != null) {
            underway.close();
            underway = null;
        }
    }

    /** What is still underway is given up, for then something failed. */
    @Override
    public void close() {
        try (connection) {
            if (underway != null) {
                underway.abandon();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be closed", e);
        }
    }
}
