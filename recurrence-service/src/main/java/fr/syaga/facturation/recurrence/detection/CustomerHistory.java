package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/**
 * All documents of one customer, in any order. The code alone says who the customer is; the name is the last one in use.
 */
public record CustomerHistory(String customerCode, String customerName, List<HistoryDocument> documents) {}
