package fr.syaga.facturation.edge;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PageTest {

    @Test
    void aCursorStandsForThePlaceAfterTheLastItem() {
        Page<Integer> page = Page.of(IntStream.rangeClosed(1, 4).boxed().toList(), 3, String::valueOf);

        assertThat(page.items()).isEqualTo(List.of(1, 2, 3));
        assertThat(Page.keyOf(page.nextCursor(), Integer::valueOf)).contains(3);
    }

    @Test
    void theLastPageHasNoCursorAndNoCursorIsTheFirstPage() {
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf).nextCursor()).isNull();
        assertThat(Page.keyOf(null, Integer::valueOf)).isEmpty();
        assertThat(Page.keyOf("", Integer::valueOf)).isEmpty();
    }

    /** No base64; base64 of no number; a byte that is no UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"???", "YWJj", "_w"})
    void aCursorThatWasNeverGivenOutIsRefused(String cursor) {
        assertThatThrownBy(() -> Page.keyOf(cursor, Long::valueOf))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("cursor");
        assertThatThrownBy(() -> Page.keyOf(cursor, UUID::fromString)).isInstanceOf(Rejection.class);
    }
}
