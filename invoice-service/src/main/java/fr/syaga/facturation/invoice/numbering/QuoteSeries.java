package fr.syaga.facturation.invoice.numbering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;

/** The numbers of quotes: a series of their own, ours whoever numbers invoices. No number is given twice; gaps harm nobody. */
@ApplicationScoped
public class QuoteSeries {

    private static final char PREFIX = 'D';

    private final AgroalDataSource database;

    QuoteSeries(AgroalDataSource database) {
        this.database = database;
    }

    /** The next number of the month, such as {@code D20250803}; the month's row is locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(LocalDate issuedOn) {
        String month = "%04d%02d".formatted(issuedOn.getYear(), issuedOn.getMonthValue());
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement("""
                        insert into quote_series (month, last) values (?, 1)
                        on conflict (month) do update set last = quote_series.last + 1 returning last""")) {
            next.setString(1, month);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return NumberSeries.number(PREFIX, month, row.getInt(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The series of quotes could not be read", e);
        }
    }
}
