package fr.syaga.facturation.local;

/** Something that the person at the terminal has to know and can do something about; its message is the whole story. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
