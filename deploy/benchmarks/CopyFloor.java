import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.postgresql.PGConnection;

/**
 * What PostgreSQL alone needs for the rows of a list: COPY of the file as it is into a table of texts without key or rule, committed.
 * Prints milliseconds. Usage: java -cp postgresql.jar CopyFloor.java FILE, with DB_URL, DB_USER and DB_PASSWORD set.
 */
class CopyFloor {

    public static void main(String[] arguments) throws Exception {
        Path list = Path.of(arguments[0]);
        String columns;
        try (var lines = Files.lines(list)) {
            int count = lines.findFirst().orElseThrow().split(";", -1).length;
            columns = IntStream.range(0, count).mapToObj(each -> "c" + each + " text").collect(Collectors.joining(", "));
        }
        try (var database = DriverManager.getConnection(
                        System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD"));
                var statement = database.createStatement();
                Reader rows = Files.newBufferedReader(list)) {
            statement.execute("drop table if exists copy_floor");
            statement.execute("create table copy_floor (" + columns + ")");
            long begun = System.nanoTime();
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copy_floor from stdin (format csv, delimiter ';', header)", rows);
            System.out.println((System.nanoTime() - begun) / 1_000_000);
            statement.execute("drop table copy_floor");
        }
    }
}
