package fr.syaga.facturation.recurrence.indexation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** The published value of an index, such as Syntec's, for a month. It is data: a person enters it. */
@Entity
class IndexValue {

    @EmbeddedId
    private Key key;

    private BigDecimal value;

    protected IndexValue() {}

    IndexValue(Key key) {
        this.key = key;
    }

    /** What a value stands for: an index and a month, given by its first day. */
    @Embeddable
    record Key(String indexName, LocalDate month) {

        static Key of(String index, YearMonth month) {
            return new Key(index, month.atDay(1));
        }
    }

    void publish(BigDecimal published) {
        this.value = published;
    }

    YearMonth month() {
        return YearMonth.from(key.month());
    }

    BigDecimal value() {
        return value;
    }
}
