package fr.syaga.facturation.invoice.numbering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.jboss.logging.Logger;

/**
 * The gapless series: year, month of issue, and a counter that invoices and credit notes share, two digits and three after
 * 99. The counter's row is locked until the issuing transaction ends, so a number that was not used is given again.
 */
@ApplicationScoped
public class NumberSeries {

    private static final Logger LOG = Logger.getLogger(NumberSeries.class);
    private static final int LAST_OF_TWO_DIGITS = 99;

    private final AgroalDataSource database;

    NumberSeries(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The next number of the month, such as {@code F20250746}; goes on after the highest that the month knows already. A counter that a
     * document of the list came to bear since is stepped over: that document fills its place.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(char prefix, LocalDate issuedOn) {
        String month = "%04d%02d".formatted(issuedOn.getYear(), issuedOn.getMonthValue());
        try (Connection connection = database.getConnection()) {
            Counter counter = increment(connection, month);
            if (counter == null) {
                open(connection, month);
                counter = increment(connection, month);
            }
            while (counter.isTaken()) {
                LOG.infof("The series of %s steps over %d: an imported document bears it", month, counter.value());
                counter = increment(connection, month);
            }
            return number(prefix, month, counter.value());
        } catch (SQLException e) {
            throw new IllegalStateException("The number series could not be read", e);
        }
    }

    static String number(char prefix, String month, int counter) {
        return prefix + month + (counter > LAST_OF_TWO_DIGITS ? "%03d" : "%02d").formatted(counter);
    }

    /** A month starts after the numbers that its imported documents bear. */
    private static void open(Connection connection, String month) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into number_series (month, last)
                select ?, coalesce(max(substr(number, 8)::int), 0) from invoice
                where substr(number, 2, 6) = ? and kind <> 'QUOTE'
                on conflict (month) do nothing""")) {
            insert.setString(1, month);
            insert.setString(2, month);
            insert.executeUpdate();
        }
    }

    /** Where a month's series stands now, and whether a document bears that number already. */
    private record Counter(int value, boolean isTaken) {}

    /** Null for a month that has no series yet. */
    private static Counter increment(Connection connection, String month) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update number_series set last = last + 1 where month = ?
                returning last, exists (select 1 from invoice where number = any (array(
                    select prefix || month || lpad(last::text, greatest(digits, length(last::text)), '0')
                    from unnest(array['F', 'A']) prefix, generate_series(2, 4) digits)))""")) {
            update.setString(1, month);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? new Counter(row.getInt(1), row.getBoolean(2)) : null;
            }
        }
    }
}
