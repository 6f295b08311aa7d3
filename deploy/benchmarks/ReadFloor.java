import java.io.OutputStream;
import java.sql.DriverManager;

import org.postgresql.PGConnection;

/**
 * What PostgreSQL alone needs to hand out what an analysis reads: eight columns of every issued or approved document, by COPY.
 * Prints microseconds and how many documents. Usage: java -cp postgresql.jar ReadFloor.java, with DB_URL, DB_USER and DB_PASSWORD set.
 */
class ReadFloor {

    public static void main(String[] arguments) throws Exception {
        try (var database = DriverManager.getConnection(
                System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD"))) {
            long begun = System.nanoTime();
            long rows = database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select status, reference, number, customer_code, customer_name, issued_on, net_amount, contract_id"
                                    + " from invoice where status in ('ISSUED', 'APPROVED')) to stdout",
                            OutputStream.nullOutputStream());
            System.out.println((System.nanoTime() - begun) / 1_000 + " " + rows);
        }
    }
}
