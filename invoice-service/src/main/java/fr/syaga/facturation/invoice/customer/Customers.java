package fr.syaga.facturation.invoice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/** All customers, found by code in any case. */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, String> {

    public Optional<Customer> withCode(String code) {
        return find("upper(code) = upper(?1)", PlainText.code(code)).firstResultOptional();
    }

    /** The customers of some codes, in any case, by their code in capitals; a code that nobody has is absent. */
    public Map<String, Customer> withCodes(Collection<String> codes) {
        List<String> inCapitals = codes.stream().map(Customers::key).distinct().toList();
        return list("upper(code) in ?1", inCapitals).stream()
                .collect(Collectors.toMap(customer -> key(customer.code()), Function.identity(), (one, other) -> one));
    }

    /** Under which a customer stands among {@link #withCodes}. */
    public static String key(String code) {
        return PlainText.code(code).toUpperCase(Locale.ROOT);
    }

    /** @throws Rejection 404 */
    public Customer get(String code) {
        return withCode(code).orElseThrow(() -> Rejection.notFound("customer", code));
    }

    /** The customer, locked until the transaction ends. @throws Rejection 404 */
    public Customer lock(String code) {
        Customer customer = get(code);
        getEntityManager().refresh(customer, LockModeType.PESSIMISTIC_WRITE);
        return customer;
    }

    /**
     * Up to {@code limit} + 1 customers after a code, in the order of their codes.
     *
     * @param undecided true: only those whose VAT regime nobody knows; false: only the others; null: all
     */
    List<Customer> after(Optional<String> code, Boolean undecided, int limit) {
        String condition =
                undecided == null ? "" : undecided ? " and vat.regime is null" : " and vat.regime is not null";
        return find("code > ?1" + condition + " order by code", code.orElse(""))
                .page(0, limit + 1)
                .list();
    }
}
