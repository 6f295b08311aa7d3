package fr.syaga.facturation.local.demo;

/** The demonstration cannot go on; its message says why. */
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
