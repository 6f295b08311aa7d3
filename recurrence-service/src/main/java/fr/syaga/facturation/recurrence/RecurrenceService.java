package fr.syaga.facturation.recurrence;

import io.quarkus.runtime.annotations.QuarkusMain;

import fr.syaga.facturation.edge.StartSettings;

/** Starts the finding and billing of contracts, once its settings are right. */
@QuarkusMain
public class RecurrenceService {

    static StartSettings settings(StartSettings ofAll) {
        return ofAll.address("INVOICE_URL").oneOf("RECURRENCE_WEEKENDS", "KEEP", "NEXT", "PREVIOUS");
    }

    public static void main(String... arguments) {
        settings(StartSettings.ofEveryService()).start(arguments);
    }
}
