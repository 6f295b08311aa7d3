package fr.syaga.facturation.clockify.api.answer;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;

/** A page of the detailed report. */
public record ReportPage(@JsonAlias("timeEntries") List<ReportRow> timeentries) {}
