package fr.syaga.facturation.invoice.invoice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SearchWordsTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "'Pénalité d''été, PÉNALITÉ', penalite d ete",
        "'ŒUVRE n°12 / Straße', oeuvre n 12 strasse",
        "'--- ', ''",
        "'F20250746 F20250746', f20250746"
    })
    void wordsAreFoldedAndEachStandsOnce(String text, String words) {
        assertThat(SearchWords.of(Stream.of(text, text))).isEqualTo(words);
    }

    @Test
    void textsThatAreAbsentHaveNoWords() {
        assertThat(SearchWords.of(Stream.of(null, "Parc", null))).isEqualTo("parc");
    }

    @Test
    void theDatabaseFoldsEachCharacterInTheSameWay() throws SQLException {
        String everyCharacter = IntStream.rangeClosed(1, 0x30FF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("x x", "x", "x"));

        try (Connection connection = database.getConnection();
                PreparedStatement fold = connection.prepareStatement("select fold_text(?)")) {
            fold.setString(1, everyCharacter);
            try (ResultSet folded = fold.executeQuery()) {
                folded.next();
                assertThat(SearchWords.folded(everyCharacter).replaceAll(" +", " "))
                        .isEqualTo(folded.getString(1));
            }
        }
    }
}
