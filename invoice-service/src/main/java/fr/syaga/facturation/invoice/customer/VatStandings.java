package fr.syaga.facturation.invoice.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.logging.Logger;

import fr.syaga.facturation.invoice.vat.VatRegime;
import fr.syaga.facturation.invoice.vat.VatStanding;

/** Says under which regime customers stand, by a person's word or by their documents (the view {@code customer_without_vat}). */
@ApplicationScoped
public class VatStandings {

    private static final Logger LOG = Logger.getLogger(VatStandings.class);

    private final EntityManager database;
    private final SecurityIdentity caller;

    VatStandings(EntityManager database, SecurityIdentity caller) {
        this.database = database;
        this.caller = caller;
    }

    /** How a customer stands after a person's word; without one its documents speak, as if nobody had decided. */
    VatStanding after(VatRegime word, Customer customer) {
        if (word != null) {
            return customer.vat().decided(word, caller.getPrincipal().getName());
        }
        boolean withoutVat = !database.createNativeQuery("select 1 from customer_without_vat where customer_code = ?1")
                .setParameter(1, customer.code())
                .getResultList()
                .isEmpty();
        return withoutVat ? VatStanding.UNDECIDED : VatStanding.FRENCH;
    }

    /**
     * Reads the documents again for everybody of whom no person decided. To be called when the documents of the list changed,
     * with a session that holds no customer.
     */
    public void readDocuments() {
        int changed = database.createNativeQuery("""
                        with told as (
                            select code, exists (select 1 from customer_without_vat w where w.customer_code = code) as without_vat
                            from customer where vat_regime_decided_at is null)
                        update customer c
                        set vat_regime = case when told.without_vat then null else 'FRENCH' end,
                            vat_regime_hint = case when told.without_vat then 'NO_VAT_IN_HISTORY' end,
                            version = version + 1
                        from told
                        where told.code = c.code and c.vat_regime_decided_at is null
                          and told.without_vat <> (c.vat_regime_hint is not null)""").executeUpdate();
        if (changed > 0) {
            LOG.infof("The VAT regime of %d customers is another by their documents", changed);
        }
    }
}
