import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * What reading an export of time costs alone: every cell by the library that the service reads with. Prints microseconds of the
 * fastest of some readings, rows and seconds. Usage: java -cp fastcsv.jar TimeFloor.java FILE
 */
class TimeFloor {

    private static final int READINGS = 10;
    private static final int START_DATE = 6;

    private long letters;
    private long rows;
    private long seconds;

    public static void main(String[] arguments) throws Exception {
        TimeFloor floor = new TimeFloor();
        Path file = Path.of(arguments[0]);
        long fastest = Long.MAX_VALUE;
        for (int reading = 0; reading < READINGS; reading++) {
            long begun = System.nanoTime();
            read(file, row -> row.getFields().forEach(cell -> floor.letters += cell.length()));
            fastest = Math.min(fastest, (System.nanoTime() - begun) / 1000);
        }
        read(file, floor::count);
        System.out.println(fastest + " " + floor.rows + " " + floor.seconds);
    }

    private static void read(Path file, Consumer<CsvRecord> row) throws Exception {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
            records.forEach(row);
        }
    }

    private void count(CsvRecord row) {
        if (row.getStartingLineNumber() > 1) {
            seconds += Duration.between(moment(row, START_DATE), moment(row, START_DATE + 2)).toSeconds();
            rows++;
        }
    }

    private static LocalDateTime moment(CsvRecord row, int date) {
        return LocalDate.parse(row.getField(date)).atTime(LocalTime.parse(row.getField(date + 1)));
    }
}
