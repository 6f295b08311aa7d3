import java.sql.DriverManager;
import java.sql.ResultSet;

/**
 * What clockify-service holds: entries, seconds, and the hours that are locked to a bill. Usage: java -cp postgresql.jar TimeTotals.java,
 * with DB_URL, DB_USER and DB_PASSWORD set.
 */
class TimeTotals {

    private static final String TOTALS =
            "select count(*), cast(coalesce(sum(extract(epoch from ended_at - started_at)), 0) as bigint),"
                    + " round(coalesce(sum(billed_seconds) filter (where billed_by is not null), 0) / 3600.0, 2)"
                    + " from time_entry where deleted_at is null";

    public static void main(String[] arguments) throws Exception {
        try (var database = DriverManager.getConnection(
                        System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD"));
                var statement = database.createStatement();
                ResultSet found = statement.executeQuery(TOTALS)) {
            found.next();
            System.out.println(found.getLong(1) + " " + found.getLong(2) + " " + found.getBigDecimal(3));
        }
    }
}
