package fr.syaga.facturation.recurrence.anomaly;

import java.time.Instant;

/** Why an anomaly is dealt with, who said so, and when. */
record ResolutionView(String reason, String resolvedBy, Instant resolvedAt) {}
