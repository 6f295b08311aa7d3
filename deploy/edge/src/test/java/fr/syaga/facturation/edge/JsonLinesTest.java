package fr.syaga.facturation.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonLinesTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    record Row(String name, BigDecimal amount) {}

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        List<Row> rows = List.of(new Row("Nova", new BigDecimal("1400.00")), new Row(null, new BigDecimal("-0.10")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines.write(out, JSON, Stream.of(rows.toArray(Row[]::new)), Function.identity());

        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(rows);
    }

    @Test
    void whatIsNotAskedForIsPassedOver() {
        assertThat(read("""
                {"lines":[{"end":true,"count":7}],"name":"Nova","amount":0.30}
                {"end":true,"count":1}
                """)).containsExactly(new Row("Nova", new BigDecimal("0.30")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"name\":\"Nova\"}",
                "{\"name\":\"Nova\"}\n{\"end\":true,\"count\":2}",
                "{\"name\":\"Nova\"}\n{\"end\":true}",
                "{\"name\":\"Nova\"}\n{\"end\":false,\"count\":1}",
                "{\"name\":\"Nova\"}\n{\"name\":\"No",
                "{\"name\":\"Nova\"}\n{\"type\":\"about:blank\",\"status\":500}",
                "{\"name\":\"Nova\"}\n[1]"
            })
    void aStreamThatBreaksOffIsRefused(String broken) {
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> read(broken));
    }

    private static List<Row> read(String lines) {
        List<Row> rows = new ArrayList<>();
        JsonLines.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), JSON, Row.class, rows::add);
        return rows;
    }
}
