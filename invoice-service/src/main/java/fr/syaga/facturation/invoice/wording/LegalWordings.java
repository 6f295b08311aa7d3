package fr.syaga.facturation.invoice.wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All wordings. */
@ApplicationScoped
class LegalWordings implements PanacheRepositoryBase<LegalWording, LegalWording.Key> {

    Optional<LegalWording> on(WordingCode code, LocalDate day) {
        return find("code = ?1 and validFrom <= ?2 and (validTo is null or validTo >= ?2)", code, day)
                .firstResultOptional();
    }

    List<LegalWording> inOrder() {
        return list("order by code, validFrom");
    }
}
