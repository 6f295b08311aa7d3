package fr.syaga.facturation.edge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Questions for {@link Figure}s, each in a transaction of its own and cut off when it takes long: a figure is never worth a lock. */
@ApplicationScoped
public class FigureQueries {

    private static final int SECONDS = 10;

    private final AgroalDataSource database;

    FigureQueries(AgroalDataSource database) {
        this.database = database;
    }

    /** What is done with a row. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** Asks, and hands over each row; there are few, because the question counts and sums. */
    public void each(String sql, Row row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(SECONDS);
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A figure could not be read: " + e.getMessage(), e);
        }
    }
}
