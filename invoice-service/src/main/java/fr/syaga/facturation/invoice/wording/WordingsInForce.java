package fr.syaga.facturation.invoice.wording;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.TransactionScoped;

/** The wordings as a transaction found them when it first asked: a batch asks for each document, and they are few. */
@TransactionScoped
public class WordingsInForce implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient LegalWordings wordings;
    private transient List<LegalWording> found;

    WordingsInForce(LegalWordings wordings) {
        this.wordings = wordings;
    }

    public Optional<LegalWording> on(WordingCode code, LocalDate day) {
        if (found == null) {
            found = wordings.inOrder();
        }
        return found.stream()
                .filter(wording -> wording.code() == code && wording.isInForceOn(day))
                .findFirst();
    }
}
