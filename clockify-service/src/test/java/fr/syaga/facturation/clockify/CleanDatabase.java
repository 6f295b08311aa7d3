package fr.syaga.facturation.clockify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;

/** Empties what a test stored; the default rules stay. */
@ApplicationScoped
public class CleanDatabase {

    @Inject
    AgroalDataSource database;

    public void clean() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate csv_sighting, time_entry, billing_item, billing_run, customer_mapping,"
                    + " remembered_contract, contract_reading, sync_run, reread, clockify_name, clockify_request,"
                    + " clockify_pause, notice, hourly_rate, billing_layout, layout_proposal");
            statement.execute("delete from category_rule where id::text not like '00000000-%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
