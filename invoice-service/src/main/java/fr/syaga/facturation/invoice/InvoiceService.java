package fr.syaga.facturation.invoice;

import io.quarkus.runtime.annotations.QuarkusMain;

import fr.syaga.facturation.edge.StartSettings;

/** Starts the ledger, once its settings are right. */
@QuarkusMain
public class InvoiceService {

    static StartSettings settings(StartSettings ofAll) {
        return ofAll.oneOf("FACTURATION_NUMBERING_AUTHORITY", "OXYGENE", "SELF");
    }

    public static void main(String... arguments) {
        settings(StartSettings.ofEveryService()).start(arguments);
    }
}
