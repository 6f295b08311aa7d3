package fr.syaga.facturation.invoice.customer;

import java.util.Collection;
import java.util.List;
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
        String plain = PlainText.code(code);
        // As the ledger spells it, most of the time: one that the session holds costs no query then.
        return Optional.ofNullable(plain)
                .flatMap(this::findByIdOptional)
                .or(() -> find("upper(code) = upper(?1)", plain).firstResultOptional());
    }

    /** The customers of some codes in any case, by the code that was asked for; a code that nobody has is absent. */
    public Map<String, Customer> withCodes(Collection<String> asked) {
        Map<String, String> codes =
                codes(asked.stream().map(PlainText::code).distinct().toList());
        Map<String, Customer> customers = list("code in ?1", codes.values()).stream()
                .collect(Collectors.toMap(Customer::code, Function.identity()));
        return asked.stream()
                .distinct()
                .filter(code -> codes.containsKey(PlainText.code(code)))
                .collect(Collectors.toMap(Function.identity(), code -> customers.get(codes.get(PlainText.code(code)))));
    }

    /** How the ledger spells these codes: by the code that was asked for, as far as there is such a customer. */
    public Map<String, String> codes(Collection<String> asked) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        select asked, code from unnest(cast(?1 as text[])) asked join customer on upper(code) = upper(asked)""")
                .setParameter(1, asked.toArray(String[]::new))
                .getResultList();
        return found.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    /** Brings the customers of these very codes into the session, so that each can be asked for without a query. */
    public void load(Collection<String> codes) {
        list("code in ?1", codes);
    }

    /** The customers of these very codes, with their aliases. */
    public List<Customer> withAliases(Collection<String> codes) {
        return list("from Customer c left join fetch c.aliases where c.code in ?1", codes);
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
