package fr.syaga.facturation.invoice.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.edge.Rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OxygeneReportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F 20250746;#12",
                "#12;F 20250746",
                "F20250746\t#12",
                "#12 F 20250746",
                "  f 20250746   # 12  ",
                "\"F 20250746\";\"#12\"",
                "F\u00a020250746;#12;",
                "Numéro;WEB_ID\r\nF 20250746;#12\r\n\r\n",
                "WEB_ID\tN° de pièce\n#12\tF 20250746",
                "\uFEFFF 20250746;#12",
                "F 20250746,#12",
                "\n\n#12 | F20250746"
            })
    void numberAndKeyAreReadInEitherOrderAndEveryForm(String text) {
        List<OxygeneReport.Row> rows = OxygeneReport.rows(text.getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).number()).isEqualTo("F20250746");
        assertThat(rows.get(0).key()).isEqualTo("#12");
        assertThat(rows.get(0).problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#12",
                "F 20250746",
                "F 20250746;",
                "F 20250746;#12;1200,00",
                "F 20251346;#12",
                "XF20250746;#12",
                "F 20250746x;#12",
                "12;13"
            })
    void aRowThatLacksOneOfThemIsTold(String row) {
        List<OxygeneReport.Row> rows = OxygeneReport.rows(("F 20250701;#1\n" + row).getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(1).problem()).isNotBlank();
    }

    @Test
    void oldFilesAreReadAsWindowsWritesThem() {
        byte[] old = "Numéro;Clé\r\nA 20250702;#7\r\n".getBytes(Charset.forName("ISO-8859-1"));

        assertThat(OxygeneReport.rows(old))
                .extracting(OxygeneReport.Row::number)
                .containsExactly("A20250702");
    }

    @Test
    void whatIsNoTextIsRefusedWhole() {
        assertThatThrownBy(() -> OxygeneReport.rows(new byte[0])).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> OxygeneReport.rows(" \r\n\t\r\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> OxygeneReport.rows("F 20250746;#12".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> OxygeneReport.rows(new byte[OxygeneReport.MAX_BYTES + 1]))
                .isInstanceOf(Rejection.class);
    }
}
