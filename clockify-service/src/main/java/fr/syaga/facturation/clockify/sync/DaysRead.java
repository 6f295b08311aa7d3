package fr.syaga.facturation.clockify.sync;

import java.time.LocalDate;
import java.util.List;

/** The days that were read whole from Clockify: what a file has of them, Clockify has, or somebody took it away there. */
public record DaysRead(List<SyncRun> runs) {

    public boolean has(LocalDate day) {
        return runs.stream().anyMatch(run -> !day.isBefore(run.rangeFrom()) && !day.isAfter(run.rangeTo()));
    }
}
