package fr.syaga.facturation.export.selection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;

import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/** What papers say beside their content, frozen with their order: facts and logo by export, and the papers of Oxygène by their hash. */
@ApplicationScoped
public class PaperStore {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    PaperStore(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Within the caller's transaction. */
    public void keep(UUID exportId, Papers papers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into paper_facts (export_id, facts, logo) values (?, ?, ?)")) {
            insert.setObject(1, exportId);
            insert.setBytes(2, json.writeValueAsBytes(papers.facts().values()));
            insert.setBytes(3, papers.logo() == null ? null : papers.logo().bytes());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ExportContent.StoreFailed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was kept for this export. */
    public Papers papers(UUID exportId) {
        try (Connection connection = database.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("select facts, logo from paper_facts where export_id = ?")) {
            find.setObject(1, exportId);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                Map<UUID, PaperFacts> facts = Arrays.stream(json.readValue(row.getBytes(1), PaperFacts[].class))
                        .collect(Collectors.toMap(PaperFacts::invoiceId, each -> each));
                byte[] logo = row.getBytes(2);
                return new Papers(facts, logo == null ? null : new Logo(logo), List.of());
            }
        } catch (SQLException e) {
            throw new ExportContent.StoreFailed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(String sha256) {
        return ownDocument(sha256).isPresent();
    }

    /** The paper of Oxygène with this hash. */
    public Optional<byte[]> ownDocument(String sha256) {
        try (Connection connection = database.getConnection();
                PreparedStatement find =
                        connection.prepareStatement("select bytes from own_document where sha256 = ?")) {
            find.setString(1, sha256);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new ExportContent.StoreFailed(e);
        }
    }

    /** At once, each on its own: a thousand papers need not be in memory together. */
    void keepOwnDocument(String sha256, byte[] bytes) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into own_document (sha256, bytes) values (?, ?) on conflict (sha256) do nothing")) {
            insert.setString(1, sha256);
            insert.setBytes(2, bytes);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ExportContent.StoreFailed(e);
        }
    }
}
