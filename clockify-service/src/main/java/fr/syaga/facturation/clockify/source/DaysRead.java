package fr.syaga.facturation.clockify.source;

import java.time.LocalDate;
import java.util.List;

/** The days that were read whole from Clockify: what a file has of them, Clockify has, or somebody took it away there. */
record DaysRead(List<SyncRun> runs) {

    boolean has(LocalDate day) {
        return runs.stream().anyMatch(run -> !day.isBefore(run.rangeFrom()) && !day.isAfter(run.rangeTo()));
    }
}
