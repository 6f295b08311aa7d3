package fr.syaga.facturation.clockify.timesheet;

import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.edge.PlainText;

import static org.assertj.core.api.Assertions.assertThat;

class WorkTest {

    @Property
    void whateverASourceTellsIsPlainTextOrAbsent(@ForAll String any) {
        Work work = new Work(any, any, any, any, any, any, any, true);

        assertThat(Stream.of(
                        work.userName(),
                        work.userEmail(),
                        work.clientName(),
                        work.projectName(),
                        work.taskName(),
                        work.tags(),
                        work.description()))
                .allMatch(text -> text == null || text.equals(PlainText.clean(text)) && !PlainText.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Point\u00a0client", "Point \u202fclient", "Point\u000Bclient"})
    void workIsTheSameWhateverSpaceStandsInItsText(String text) {
        assertThat(work(text).isSameAs(work("Point client"))).isTrue();
        assertThat(work(text).rowKey()).isEqualTo(work("Point client").rowKey());
    }

    private static Work work(String text) {
        return new Work("Léa", "lea@example.fr", "Alpha", "Alpha - Support", null, null, text, true);
    }
}
