package fr.syaga.facturation.export;

import io.quarkus.runtime.annotations.QuarkusMain;

import fr.syaga.facturation.edge.StartSettings;

/** Starts the writing and sending of documents, once its settings are right. */
@QuarkusMain
public class ExportService {

    static StartSettings settings(StartSettings ofAll) {
        return ofAll.address("INVOICE_URL").address("CLOCKIFY_URL").oneOf("DELIVERY_APPROVAL", "MANUAL", "AUTOMATIC");
    }

    public static void main(String... arguments) {
        settings(StartSettings.ofEveryService()).start(arguments);
    }
}
