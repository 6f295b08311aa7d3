package fr.syaga.facturation.clockify.invoicing;

/** What became of one draft of a batch. */
public record DraftResult(int index, String reference, Result result, Invoice invoice, Problem problem) {

    /** Made now, known already, or refused. */
    public enum Result {
        CREATED,
        EXISTING,
        FAILED
    }

    /** Why it was refused. */
    public record Problem(int status, String type, String detail) {}
}
