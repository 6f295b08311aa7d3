package fr.syaga.facturation.clockify.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

class CsvReadingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String HEADING =
            "Project,Client,Description,Task,User,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "31/07/2025, 01/08/2025, DMY",
        "07/31/2025, 08/01/2025, MDY",
        "2025-07-31, 2025-08-01, YMD",
        "01.08.2025, 02.08.2025, DMY",
        "05/05/2025, 06/06/2025, DMY"
    })
    void theDatesOfAFileProveTheirShape(String one, String other, DateShape shape) {
        assertThat(evidence(one, other).decide(null)).isEqualTo(shape);
    }

    @Test
    void aDateOfNoOrderProvesNothingAboutTheOthers() {
        assertThat(evidence("13/45/2025", "07/31/2025").decide(null)).isEqualTo(DateShape.MDY);
    }

    @ParameterizedTest
    @CsvSource({"DMY, 31/07/1999", "DMY, 31/07/0025", "YMD, 2100-01-01"})
    void aDateThatNoBillCanHaveIsRejected(DateShape shape, String date) {
        assertThatThrownBy(() -> shape.parse(date)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreAskedFor() {
        DateShape.Evidence open = evidence("01/08/2025", "02/08/2025");

        assertThatThrownBy(() -> open.decide(null))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.code()).isEqualTo("date-format-needed"));
        assertThat(open.decide(DateShape.of("MM/dd/yyyy"))).isEqualTo(DateShape.MDY);
    }

    @Test
    void aFileThatMixesShapesOrContradictsTheCallerIsRefused() {
        assertThatThrownBy(() -> evidence("31/07/2025", "07/31/2025").decide(null))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> evidence("31/07/2025").decide(DateShape.MDY)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> DateShape.of("yyyy")).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @CsvSource({"02:44:33 PM, 14:44:33", "12:05 AM, 00:05", "12:00 PM, 12:00", "9:00, 09:00", "14:00, 14:00"})
    void timesOfTwelveAndTwentyFourHoursAreRead(String written, String time) {
        assertThat(CsvTime.time(written)).hasToString(time);
    }

    @ParameterizedTest
    @CsvSource({"'1,234.50'", "'1.234,50'", "'1 234,50'", "'1''234.50'"})
    void amountsOfAllNumberFormatsAreRead(String written) {
        assertThat(CsvTime.amount(written)).isEqualByComparingTo("1234.50");
    }

    @Test
    void theHourThatComesTwiceIsSettledByTheDuration() throws IOException {
        List<ReportedEntry> reported =
                read(HEADING + "\nP,C,D,,Camille,,,Yes,26/10/2025,02:30:00,26/10/2025,02:45:00,01:15:00\n"
                        + "P,C,D,,Camille,,,Yes,26/10/2025,02:30:00,26/10/2025,02:45:00,00:15:00\n");

        assertThat(reported.get(0).end()).isEqualTo(Instant.parse("2025-10-26T01:45:00Z"));
        assertThat(reported.get(0).start()).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
        assertThat(reported.get(1).start()).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
        assertThat(reported.get(1).end()).isEqualTo(Instant.parse("2025-10-26T00:45:00Z"));
    }

    @Test
    void theHourThatIsMissingInSpringIsNoTime() {
        assertThatThrownBy(() ->
                        read(HEADING + "\nP,C,D,,Camille,,,Yes,30/03/2025,02:30:00,30/03/2025,03:30:00,01:00:00\n"))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void anExcelThatSavedSemicolonsAndItsOwnLettersIsRead() throws IOException {
        Path file = folder.resolve("excel.csv");
        Files.writeString(
                file,
                HEADING.replace(',', ';')
                        + "\r\nÉtude;Provençale;\"à l'été; suite\";;Camille;;;Yes;31/07/2025;09:00;31/07/2025;10:00;1:00\r\n",
                Charset.forName("windows-1252"));

        ReportedEntry reported = read(file).get(0);

        assertThat(reported.details().clientName()).isEqualTo("Provençale");
        assertThat(reported.details().description()).isEqualTo("à l'été; suite");
        assertThat(reported.precisionSeconds()).isEqualTo(ReportedEntry.MINUTE);
    }

    @Test
    void columnsAreFoundByNameBehindAByteOrderMark() throws IOException {
        List<ReportedEntry> reported = read(
                "\uFEFF\"Start Time\",\"Start Date\",\"End Time\",\"End Date\",\"Activity\",\"Email\",\"Project\",\"Description\"\n"
                        + "\"09:00:00 AM\",\"18.08.2026\",\"10:30:00 AM\",\"18.08.2026\",\"Étude\",\"a@example.fr\",\"P\",\"deux\nlignes 🙂\"\n");

        assertThat(reported.get(0).start()).isEqualTo(Instant.parse("2026-08-18T07:00:00Z"));
        assertThat(reported.get(0).details().taskName()).isEqualTo("Étude");
        assertThat(reported.get(0).details().description()).isEqualTo("deux\nlignes 🙂");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Project,Client,Description,Time (h),Time (decimal),Amount (EUR)\nP,C,D,01:00:00,1.00,110.00\n",
                "%PDF-1.7",
                "PK\u0003\u0004",
                "",
                "Start Date,Start Time,End Date,End Time,Project,Description\n",
                "Start Date,Start Time,User,Project,Description\n"
            })
    void whatIsNoExportOfTimeEntriesIsRefusedWhole(String content) throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, content);

        assertThatThrownBy(() -> new ClockifyCsv(file))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.getStatusCode()).isEqualTo(422));
    }

    /** Bytes that are letters neither in UTF-8 nor in windows-1252. */
    @Test
    void whatIsNoTextIsRefusedWhole() throws IOException {
        Path file = folder.resolve("bytes.csv");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0x81, 0x0A, (byte) 0x9D});

        assertThatThrownBy(() -> new ClockifyCsv(file))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.getStatusCode()).isEqualTo(422));
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNoRows() {
        assertThatThrownBy(() ->
                        read(HEADING + "\nP,C,\"jamais fermé,,Camille,,,Yes,31/07/2025,09:00,31/07/2025,10:00,1:00\n"
                                + "P,C,D,,Camille,,,Yes,31/07/2025,11:00,31/07/2025,12:00,1:00\n"))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.getDetail()).contains("line 2"));
    }

    @Test
    void columnsBetweenTabsAreRead() throws IOException {
        assertThat(read((HEADING + "\nP,C,D,,Camille,,,Yes,31/07/2025,09:00,31/07/2025,10:00,1:00\n")
                        .replace(',', '\t')))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"01:30:00, 5400", "1:30, 5400", "1.50, 5400", "'1,50', 5400", "27:30:05, 99005"})
    void aRowWithoutAnEndLastsAsLongAsItSays(String duration, long seconds) throws IOException {
        ReportedEntry reported = read(HEADING + "\nP,C,D,,Camille,,,Yes,31/07/2025,09:00,,,\"" + duration + "\"\n")
                .get(0);

        assertThat(Duration.between(reported.start(), reported.end())).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2025, 09:00, 1:00, start date: '31/02/2025' is in no calendar",
        "31/07/2025, 25:00, 1:00, start time: '25:00' is not a time of day",
        "31/07/2025, 09:61, 1:00, start time: '09:61' is not a time of day",
        "31/07/2025, 09:00, 0:61, duration (h): '0:61' is not a duration",
        "31/07/2025, 09:00, -1.5, ends before it starts"
    })
    void aBadRowSaysWhichCellIsWrong(String day, String time, String duration, String reason) {
        assertThatThrownBy(() -> read(
                        HEADING + "\nP,C,D,,Camille,,,Yes,31/07/2025,08:00,31/07/2025,08:30,0:30\nP,C,D,,Camille,,,Yes,"
                                + day + "," + time + ",,," + duration + "\n"))
                .isInstanceOf(DateTimeException.class)
                .hasMessage(reason);
    }

    private static DateShape.Evidence evidence(String... dates) {
        DateShape.Evidence evidence = new DateShape.Evidence();
        List.of(dates).forEach(evidence::add);
        return evidence;
    }

    private List<ReportedEntry> read(String content) throws IOException {
        Path file = folder.resolve("export.csv");
        Files.writeString(file, content, StandardCharsets.UTF_8);
        return read(file);
    }

    private static List<ReportedEntry> read(Path file) {
        ClockifyCsv csv = new ClockifyCsv(file);
        DateShape.Evidence dates = new DateShape.Evidence();
        csv.forEachRow((line, fields) -> dates.add(csv.heading().cell(fields, CsvColumn.START_DATE)), total -> {});
        CsvRowReader reader = new CsvRowReader(csv.heading(), dates.decide(null), PARIS);
        List<ReportedEntry> reported = new ArrayList<>();
        csv.forEachRow((line, fields) -> reported.add(reader.read(fields)), total -> {});
        return reported;
    }
}
