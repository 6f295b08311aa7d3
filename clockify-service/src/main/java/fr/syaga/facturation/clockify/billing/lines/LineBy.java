package fr.syaga.facturation.clockify.billing.lines;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;

/** What makes a line of its own on a customer's bill, beside the price. */
enum LineBy {
    CUSTOMER {
        @Override
        String description(EntryDetails details) {
            return BillText.WORK;
        }
    },
    PROJECT {
        @Override
        String description(EntryDetails details) {
            return details.projectName() == null ? BillText.WORK : details.projectName();
        }
    },
    TASK {
        @Override
        String description(EntryDetails details) {
            String project = PROJECT.description(details);
            return details.taskName() == null ? project : project + " - " + details.taskName();
        }
    };

    /** The words that a line of such work begins with; work of equal words is on one line. */
    abstract String description(EntryDetails details);
}
