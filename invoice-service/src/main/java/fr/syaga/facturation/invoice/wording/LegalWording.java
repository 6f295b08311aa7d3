package fr.syaga.facturation.invoice.wording;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A sentence that the law asks for, and the days between which it is the right one. */
@Entity
@IdClass(LegalWording.Key.class)
public class LegalWording {

    @Id
    @Enumerated(EnumType.STRING)
    private WordingCode code;

    @Id
    private LocalDate validFrom;

    private String text;

    private String source;

    private LocalDate validTo;

    record Key(WordingCode code, LocalDate validFrom) implements Serializable {}

    protected LegalWording() {}

    LegalWording(WordingCode code, String text, String source, LocalDate validFrom) {
        this.code = code;
        this.text = text.strip();
        this.source = source;
        this.validFrom = validFrom;
    }

    boolean reaches(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    boolean isInForceOn(LocalDate day) {
        return !validFrom.isAfter(day) && reaches(day);
    }

    void endBefore(LocalDate day) {
        validTo = day.minusDays(1);
    }

    WordingCode code() {
        return code;
    }

    public String text() {
        return text;
    }

    String source() {
        return source;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }
}
