package fr.syaga.facturation.recurrence.invoicing;

import java.util.List;

import fr.syaga.facturation.recurrence.detection.CustomerHistory;

/** All that invoice-service knows up to a day, by customer. */
public record History(long documents, List<CustomerHistory> customers) {}
