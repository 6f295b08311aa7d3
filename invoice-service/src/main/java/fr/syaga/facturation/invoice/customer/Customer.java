package fr.syaga.facturation.invoice.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.identifier.CompanyNumber;
import fr.syaga.facturation.invoice.identifier.MailAddress;
import fr.syaga.facturation.invoice.identifier.VatNumber;
import fr.syaga.facturation.invoice.vat.VatRegime;
import fr.syaga.facturation.invoice.vat.VatStanding;

/**
 * Somebody who is invoiced, known by one code whatever its case. It has a person's name for it, else that of its latest listed
 * document; every other spelling is an alias, and an invoice keeps the name it was issued with.
 */
@Entity
public class Customer {

    private static final String MONACO = "MC";

    @Id
    private String code;

    private String name;

    @ElementCollection
    @CollectionTable(name = "customer_alias", joinColumns = @JoinColumn(name = "customer_code"))
    @Column(name = "alias")
    private Set<String> aliases = new LinkedHashSet<>();

    @Enumerated(EnumType.STRING)
    private CustomerKind kind = CustomerKind.COMPANY;

    private String siren;

    private String siret;

    private String vatNumber;

    @Embedded
    private VatStanding vat = VatStanding.FRENCH;

    @Embedded
    private PaymentTerms paymentTerms = PaymentTerms.THIRTY_DAYS;

    /** Whether a person said the terms; otherwise they are what the law supposes. */
    private boolean paymentTermsAgreed;

    private boolean namedByPerson;

    /** The document of the list that the name comes from; null when no list named the customer. */
    @Embedded
    private ListedName listedName;

    @ElementCollection
    @CollectionTable(name = "customer_address", joinColumns = @JoinColumn(name = "customer_code"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    private List<Address> addresses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "customer_email", joinColumns = @JoinColumn(name = "customer_code"))
    @OrderColumn(name = "position")
    @Column(name = "email")
    private List<String> emails = new ArrayList<>();

    private String electronicAddress;

    private String purchaseOrder;

    @Embedded
    private OxygeneCodes oxygene;

    @Version
    private int version;

    protected Customer() {}

    public Customer(String code, String name) {
        this.code = PlainText.code(code);
        this.name = name.strip();
    }

    /** A customer that a person entered: the name stands, whatever a list calls it later. */
    static Customer entered(String code, String name) {
        Customer customer = new Customer(code, name);
        customer.namedByPerson = true;
        return customer;
    }

    /** Takes over all that a person said; numbers are checked with their check digits. */
    void describe(CustomerDetails details, VatStanding standing) {
        String formerName = name;
        name = details.name().strip();
        namedByPerson |= !name.equals(formerName);
        aliases.clear();
        if (details.aliases() != null) {
            details.aliases().forEach(this::alsoKnownAs);
        }
        alsoKnownAs(formerName);
        kind = Objects.requireNonNullElse(details.kind(), CustomerKind.COMPANY);
        siren = CompanyNumber.siren(details.siren());
        if (kind != CustomerKind.COMPANY && siren != null) {
            throw Rejection.invalid("kind", "%s has no SIREN; whoever has one is a COMPANY".formatted(kind));
        }
        siret = CompanyNumber.siret(details.siret(), siren);
        vatNumber = VatNumber.of(details.vatNumber(), siren);
        vat = standing;
        paymentTermsAgreed = details.paymentTerms() != null;
        paymentTerms = Objects.requireNonNullElse(details.paymentTerms(), PaymentTerms.THIRTY_DAYS);
        addresses = new ArrayList<>(Objects.requireNonNullElse(details.addresses(), List.of()));
        emails = MailAddress.all("emails", details.emails());
        electronicAddress = ElectronicAddress.of(details.electronicAddress(), vat.regime(), siren);
        purchaseOrder = details.purchaseOrder();
        oxygene = details.oxygene();
    }

    /** Remembers another spelling; the customer's own name is none. True when it is new. */
    public boolean alsoKnownAs(String spelling) {
        String other = spelling.strip();
        return !other.isEmpty() && !other.equals(name) && aliases.add(other);
    }

    /**
     * Takes over how a list calls the customer on one of its documents. The name is that of the latest one, whatever the order
     * in which lists come; what it was before becomes an alias. A person's name stands.
     */
    public void calledInList(String spelling, ListedName document) {
        if (listedName != null && listedName.isAfter(document)) {
            return;
        }
        calledNow(spelling, document);
    }

    /** The same after documents went: the name is that of the latest one left. */
    public void calledNow(String spelling, ListedName document) {
        listedName = document;
        String latest = spelling.strip();
        if (!namedByPerson && !latest.isEmpty() && !latest.equals(name)) {
            String former = name;
            name = latest;
            aliases.remove(latest);
            alsoKnownAs(former);
        }
    }

    /** No document of a list is left: the name stays, for nobody knows a better one, until the next list names it. */
    public void calledByNoList() {
        listedName = null;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Set<String> aliases() {
        return Set.copyOf(aliases);
    }

    /** Null while nobody knows it. */
    public VatRegime vatRegime() {
        return vat.regime();
    }

    VatStanding vat() {
        return vat;
    }

    boolean hasAgreedTerms() {
        return paymentTermsAgreed;
    }

    Optional<String> billingCountry() {
        return addresses.stream()
                .filter(address -> address.kind() == Address.Kind.BILLING)
                .map(Address::country)
                .filter(Objects::nonNull)
                .findFirst();
    }

    public CustomerKind kind() {
        return kind;
    }

    /** A person's word, or an address in Monaco: it is in the French VAT territory, and its companies have no SIREN. */
    public boolean neverHasSiren() {
        return kind != CustomerKind.COMPANY
                || siren == null && billingCountry().filter(MONACO::equals).isPresent();
    }

    public PaymentTerms paymentTerms() {
        return paymentTerms;
    }

    public String siren() {
        return siren;
    }

    public String siret() {
        return siret;
    }

    public String vatNumber() {
        return vatNumber;
    }

    public List<Address> addresses() {
        return List.copyOf(addresses);
    }

    List<String> emails() {
        return List.copyOf(emails);
    }

    public String electronicAddress() {
        return electronicAddress;
    }

    public String purchaseOrder() {
        return purchaseOrder;
    }

    OxygeneCodes oxygene() {
        return oxygene;
    }

    int version() {
        return version;
    }
}
