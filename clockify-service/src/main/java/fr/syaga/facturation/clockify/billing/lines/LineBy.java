package fr.syaga.facturation.clockify.billing.lines;

import fr.syaga.facturation.clockify.timesheet.Work;

/** What makes a line of its own on a customer's bill, beside the price. */
enum LineBy {
    CUSTOMER {
        @Override
        String description(Work work) {
            return BillText.WORK;
        }
    },
    PROJECT {
        @Override
        String description(Work work) {
            return work.projectName() == null ? BillText.WORK : work.projectName();
        }
    },
    TASK {
        @Override
        String description(Work work) {
            String project = PROJECT.description(work);
            return work.taskName() == null ? project : project + " - " + work.taskName();
        }
    };

    /** The words that a line of such work begins with; work of equal words is on one line. */
    abstract String description(Work work);
}
