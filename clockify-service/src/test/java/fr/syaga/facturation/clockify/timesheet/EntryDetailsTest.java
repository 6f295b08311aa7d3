package fr.syaga.facturation.clockify.timesheet;

import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.edge.PlainText;

import static org.assertj.core.api.Assertions.assertThat;

class EntryDetailsTest {

    @Property
    void whateverASourceTellsIsPlainTextOrAbsent(@ForAll String any) {
        EntryDetails details = new EntryDetails(any, any, any, any, any, any, any, true);

        assertThat(Stream.of(
                        details.userName(),
                        details.userEmail(),
                        details.clientName(),
                        details.projectName(),
                        details.taskName(),
                        details.tags(),
                        details.description()))
                .allMatch(text -> text == null || text.equals(PlainText.clean(text)) && !PlainText.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Point\u00a0client", "Point \u202fclient", "Point\u000Bclient"})
    void workIsTheSameWhateverSpaceStandsInItsText(String text) {
        assertThat(details(text).isSameAs(details("Point client"))).isTrue();
        assertThat(details(text).rowKey()).isEqualTo(details("Point client").rowKey());
    }

    private static EntryDetails details(String text) {
        return new EntryDetails("Léa", "lea@example.fr", "Alpha", "Alpha - Support", null, null, text, true);
    }
}
