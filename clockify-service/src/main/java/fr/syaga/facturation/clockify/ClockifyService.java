package fr.syaga.facturation.clockify;

import io.quarkus.runtime.annotations.QuarkusMain;

import fr.syaga.facturation.edge.StartSettings;

/** Starts the taking in and billing of time, once its settings are right. */
@QuarkusMain
public class ClockifyService {

    static StartSettings settings(StartSettings ofAll) {
        return ofAll.address("INVOICE_URL")
                .address("RECURRENCE_URL")
                .address("CLOCKIFY_API_URL")
                .address("CLOCKIFY_REPORTS_URL")
                .amount("FACTURATION_HOURLY_RATE")
                .oneOf("FACTURATION_ROUND_UP_TO_MINUTES", "0", "6", "15")
                .oneOf("FACTURATION_ROUND_EACH", "ENTRY", "DAY")
                .oneOf("FACTURATION_LINES_BY", "CUSTOMER", "PROJECT", "TASK")
                .number("CLOCKIFY_HOURLY_QUOTA", 1, 1_000_000_000)
                .duration("CLOCKIFY_SYNC_EVERY")
                .timeOfDay("FACTURATION_WORKDAY_FROM")
                .timeOfDay("FACTURATION_WORKDAY_TO");
    }

    public static void main(String... arguments) {
        settings(StartSettings.ofEveryService()).start(arguments);
    }
}
