package fr.syaga.facturation.export.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import fr.syaga.facturation.export.fec.FecAccounts;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneKey;
import fr.syaga.facturation.export.oxygene.OxygeneProfile;
import fr.syaga.facturation.export.oxygene.OxygeneSettings;
import fr.syaga.facturation.export.oxygenexml.OxygeneXml;
import fr.syaga.facturation.export.table.TableWords;

/** Files written in a test, with the settings' defaults unless told otherwise. */
final class Written {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Written() {}

    static OxygeneProfile profile(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("facturation.oxygene.vat-codes.\"20\"", "NORM"));
        all.putAll(settings);
        return OxygeneProfile.of(new SmallRyeConfigBuilder()
                .withMapping(OxygeneSettings.class)
                .withMapping(TableWords.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(OxygeneSettings.class));
    }

    static FecAccounts accounts() {
        return new SmallRyeConfigBuilder()
                .withMapping(FecAccounts.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "facturation.fec.customer.number", "411000",
                                "facturation.fec.customer.label", "Clients",
                                "facturation.fec.sales.number", "706000",
                                "facturation.fec.sales.label", "Prestations de services",
                                "facturation.fec.vat.number", "445710",
                                "facturation.fec.vat.label", "TVA collectée"),
                        "test",
                        100))
                .build()
                .getConfigMapping(FecAccounts.class);
    }

    static TableWords words() {
        return () -> "Virement";
    }

    static DocumentSet set(List<Invoice> invoices, Map<UUID, OxygeneKey> keys) throws IOException {
        return set(invoices, keys, profile(Map.of()));
    }

    static DocumentSet set(List<Invoice> invoices, Map<UUID, OxygeneKey> keys, OxygeneProfile profile)
            throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(lines)) {
            for (Invoice invoice : invoices) {
                zipped.write((JSON.writeValueAsString(invoice) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return new DocumentSet(lines.toByteArray(), JSON, DocumentSet.Besides.forOxygene(keys, profile), done -> {});
    }

    static Map<UUID, OxygeneKey> keys(List<Invoice> invoices) {
        Map<UUID, OxygeneKey> keys = new HashMap<>();
        invoices.forEach(invoice ->
                keys.put(invoice.id(), new OxygeneKey("#" + (keys.size() + 1), null, null, null, null)));
        return keys;
    }

    static Path xml(Path folder, OxygeneProfile profile, List<Invoice> invoices) throws IOException {
        Path file = folder.resolve("a.xml");
        new OxygeneXml().write(set(invoices, keys(invoices), profile), file);
        return file;
    }
}
