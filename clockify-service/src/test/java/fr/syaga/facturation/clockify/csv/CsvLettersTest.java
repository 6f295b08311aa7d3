package fr.syaga.facturation.clockify.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.Rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The letters of a file: every space, every way to save them, and none that cannot be printed. */
class CsvLettersTest {

    private static final String HEADING =
            "Project,Client,Description,User,Start Date,Start Time,End Date,End Time,Duration (h),Billable Amount (EUR)\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\u202f", "\u00a0", "\u2009", "\u3000", "\u2007", " \u200b"})
    void everySpaceOfATimeIsASpace(String space) throws IOException {
        ReportedEntry reported = read("P,C,D,Léa,16/07/2025,02:00:00_PM,_16/07/2025_,3:30_pm,_01:30:00_,1_234.50\n"
                        .replace("_", space))
                .get(0);

        assertThat(reported.start()).isEqualTo(Instant.parse("2025-07-16T12:00:00Z"));
        assertThat(reported.end()).isEqualTo(Instant.parse("2025-07-16T13:30:00Z"));
        assertThat(CsvTime.amount("1" + space + "234,50")).isEqualTo(new BigDecimal("1234.50"));
        assertThat(CsvTime.decimalHours(space + "1,50")).hasMinutes(90);
    }

    @Test
    void aRowOfUnicodeSpacesIsNoRowAndACellOfThemIsEmpty() throws IOException {
        List<ReportedEntry> reported = read("\u00a0,\u202f,,,,,,,,\n"
                + "P,\u00a0,\u2009,Léa,16/07/2025,09:00:00,\u202f,\u202f,01:00:00,\n"
                + ",,,Total\u00a0:,,,,,2:00:00,\n");

        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).details().clientName()).isNull();
        assertThat(reported.get(0).details().description()).isNull();
        assertThat(reported.get(0).end()).isEqualTo(Instant.parse("2025-07-16T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-16LE, ''", "UTF-16BE, ''", "UTF-8, \uFEFF"})
    void aFileIsReadHoweverItsLettersWereSaved(String charset, String mark) throws IOException {
        Path file = save(
                mark + HEADING + "P,Œuvres,\"à l'été\",Léa,16/07/2025,09:00:00,16/07/2025,10:00:00,,\"\"\n", charset);

        ReportedEntry reported = read(file).get(0);

        assertThat(reported.details().clientName()).isEqualTo("Œuvres");
        assertThat(reported.details().description()).isEqualTo("à l'été");
        assertThat(reported.start()).isEqualTo(Instant.parse("2025-07-16T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "UTF-32, UTF-32"})
    void wideTextThatCannotBeReadIsNamed(String charset, String named) throws IOException {
        byte[] whole = ("\uFEFF" + HEADING + "P,C,D,Léa,16/07/2025,09:00,16/07/2025,10:00,,\n")
                .getBytes(Charset.forName(charset));
        Path file = folder.resolve("wide.csv");
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> new ClockifyCsv(file)).isInstanceOfSatisfying(Rejection.class, no -> {
            assertThat(no.getStatusCode()).isEqualTo(422);
            assertThat(no.getDetail()).contains(named).contains("UTF-8");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\u000B', Copié de Word, ' '",
        "'\u0001', Sauvegarde, ''",
        "'\u0085', Copié de Word, ' '",
        "'\uFFFE', Sauvegarde, ''",
        "'\u2028', Copié de Word, ' '"
    })
    void whatCannotBePrintedIsTakenOutOfEveryText(String foreign, String read, String inPlace) throws IOException {
        String written = inPlace.isEmpty() ? "Sauve" + foreign + "garde" : read.replaceFirst(" W", foreign + "W");
        ReportedEntry reported = read("%1$s,%1$s,%1$s,%1$s,16/07/2025,09:00:00,16/07/2025,10:00:00,,\n"
                        .formatted(written))
                .get(0);

        assertThat(reported.details().description()).isEqualTo(read);
        assertThat(reported.details().clientName()).isEqualTo(read);
        assertThat(reported.details().projectName()).isEqualTo(read);
        assertThat(reported.details().userName()).isEqualTo(read);
    }

    private List<ReportedEntry> read(String rows) throws IOException {
        return read(save(HEADING + rows, "UTF-8"));
    }

    private Path save(String content, String charset) throws IOException {
        Path file = folder.resolve("export.csv");
        Files.writeString(file, content, Charset.forName(charset));
        return file;
    }

    private static List<ReportedEntry> read(Path file) {
        ClockifyCsv csv = new ClockifyCsv(file);
        DateShape.Evidence dates = new DateShape.Evidence();
        csv.forEachRow((line, fields) -> dates.add(csv.heading().cell(fields, CsvColumn.START_DATE)), total -> {});
        CsvRowReader reader = new CsvRowReader(csv.heading(), dates.decide(null), ZoneId.of("Europe/Paris"));
        List<ReportedEntry> reported = new ArrayList<>();
        csv.forEachRow((line, fields) -> reported.add(reader.read(fields)), total -> {});
        return reported;
    }
}
