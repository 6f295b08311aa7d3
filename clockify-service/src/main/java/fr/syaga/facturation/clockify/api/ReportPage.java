package fr.syaga.facturation.clockify.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;

/** A page of the detailed report. */
record ReportPage(@JsonAlias("timeEntries") List<ReportRow> timeentries) {}
