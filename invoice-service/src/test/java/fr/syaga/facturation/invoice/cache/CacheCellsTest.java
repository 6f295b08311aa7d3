package fr.syaga.facturation.invoice.cache;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** What single cells of the cache mean. */
class CacheCellsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-01-04, 2025-01-04",
                "2025-01-04 10:22:00, 2025-01-04",
                "2025-01-04T10:22:00Z, 2025-01-04",
                "04/01/2025, 2025-01-04",
                "04/01/2025\u00a010:22, 2025-01-04",
                "\u2009 2025-01-04\u202f10:22, 2025-01-04",
                "04/01/2025\u3000, 2025-01-04",
                "2025-02-30, -",
                "2021-12-34, -",
                "'', -",
                "À ENVOYER, -",
                "1899-01-01, -"
            })
    void aDayIsReadWhenTheCalendarHasIt(String text, String day) {
        assertThat(String.valueOf(CacheDay.of(text))).isEqualTo(String.valueOf(day));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-01-04, ENVOI_DIRECT_CONFIRME, CLIENT, 2025-01-04",
                "2025-01-04, -, -, 2025-01-04",
                "2025-01-04, ENVOYÉ, -, 2025-01-04",
                "2025-01-04, À ENVOYER, -, -",
                "2025-01-04, A_ENVOYER, -, -",
                "2025-01-04, NON ENVOYÉ, -, -",
                "2025-01-04, Jamais envoyée, -, -",
                "2025-01-04, ÉCHEC, -, -",
                "2025-01-04, ENVOI_NON_CONFIRME, -, -",
                "2025-01-04, pas encore envoyée, -, -",
                "2025-01-04, AUCUN_ENVOI, -, -",
                "2025-01-04, RENVOYÉE À LA COMPTA, -, 2025-01-04",
                "2025-01-04, EN ATTENTE, -, -",
                "2025-01-04, ENVOI_CONFIRME, INTERNE, -",
                "-, ENVOI_DIRECT_CONFIRME, CLIENT, -"
            })
    void aDocumentWasSentOnADayUnlessSomethingDeniesIt(String day, String status, String addressee, String sentOn)
            throws SQLException {
        CachedSendings.Sending sending = read("""
                select %s as date_envoi_reel, %s as statut_envoi_reel, %s as type_destinataire, 'a@b.example.fr' as destinataire_reel,
                       '2025-01-01' as date_envoi_prevue""".formatted(quoted(day), quoted(status), quoted(addressee)));

        assertThat(String.valueOf(sending.on())).isEqualTo(String.valueOf(sentOn));
        assertThat(sending.recipients()).hasSize(sentOn == null ? 0 : 1);
    }

    @Test
    void recipientsAreTheAddressesOfAllColumnsEachOnce() throws SQLException {
        assertThat(read("""
                        select '2025-01-04' as date_envoi, 'Compta <compta@un.example.fr>; copie@un.example.fr' as destinataire_reel,
                               'COMPTA@un.example.fr, chef@un.example.fr' as destinataire_client_final, 'À IDENTIFIER' as destinataire_nom""").recipients())
                .containsExactly("compta@un.example.fr", "copie@un.example.fr", "chef@un.example.fr");
        assertThat(read("select 1 as autre").recipients()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Paiement à 30 jours, 30",
                "30j, 30",
                "Paiement comptant, 0",
                "À réception de facture, 0",
                "30 jours fin de mois, -",
                "Virement, -",
                "-, -"
            })
    void wordsSayTermsOnlyWhenTheyArePlain(String words, Integer days) throws SQLException {
        assertThat(row("select %s as conditions_paiement".formatted(quoted(words)), CachedTerms::of)
                        .days())
                .isEqualTo(days);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }

    private interface Reader<T> {
        T of(CacheCells cells) throws SQLException;
    }

    private static CachedSendings.Sending read(String query) throws SQLException {
        return row(query, cells -> new CachedSendings(cells.columns()).of(cells));
    }

    private static <T> T row(String query, Reader<T> reader) throws SQLException {
        try (Connection sqlite = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
                Statement statement = sqlite.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            Set<String> columns = new java.util.TreeSet<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
            }
            row.next();
            return reader.of(new CacheCells(row, columns));
        }
    }
}
