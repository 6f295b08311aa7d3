package fr.syaga.facturation.invoice.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

/**
 * Somebody who is invoiced, known by one code whatever its case. Every other name that the history or a person gives to that
 * code is an alias; an invoice keeps the name it was issued with.
 */
@Entity
public class Customer {

    @Id
    private String code;

    private String name;

    @ElementCollection
    @CollectionTable(name = "customer_alias", joinColumns = @JoinColumn(name = "customer_code"))
    @Column(name = "alias")
    private Set<String> aliases = new LinkedHashSet<>();

    private String siren;

    private String siret;

    private String vatNumber;

    @Enumerated(EnumType.STRING)
    private VatRegime vatRegime = VatRegime.FRENCH;

    @Embedded
    private PaymentTerms paymentTerms = PaymentTerms.THIRTY_DAYS;

    @ElementCollection
    @CollectionTable(name = "customer_address", joinColumns = @JoinColumn(name = "customer_code"))
    @OrderColumn(name = "position")
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
        this.code = code.strip();
        this.name = name.strip();
    }

    /** Takes over all that a person said; numbers are checked with their check digits. */
    void describe(CustomerDetails details) {
        String formerName = name;
        name = details.name().strip();
        aliases.clear();
        if (details.aliases() != null) {
            details.aliases().forEach(this::alsoKnownAs);
        }
        alsoKnownAs(formerName);
        siren = CompanyNumber.siren(details.siren());
        siret = CompanyNumber.siret(details.siret(), siren);
        vatNumber = VatNumber.of(details.vatNumber(), siren);
        vatRegime = Objects.requireNonNullElse(details.vatRegime(), VatRegime.FRENCH);
        paymentTerms = Objects.requireNonNullElse(details.paymentTerms(), PaymentTerms.THIRTY_DAYS);
        addresses = new ArrayList<>(Objects.requireNonNullElse(details.addresses(), List.of()));
        emails = new ArrayList<>(Objects.requireNonNullElse(details.emails(), List.of()));
        electronicAddress = ElectronicAddress.of(details.electronicAddress(), vatRegime, siren);
        purchaseOrder = details.purchaseOrder();
        oxygene = details.oxygene();
    }

    /** Remembers another spelling; the customer's own name is none. True when it is new. */
    public boolean alsoKnownAs(String spelling) {
        String other = spelling.strip();
        return !other.isEmpty() && !other.equals(name) && aliases.add(other);
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

    public VatRegime vatRegime() {
        return vatRegime;
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
