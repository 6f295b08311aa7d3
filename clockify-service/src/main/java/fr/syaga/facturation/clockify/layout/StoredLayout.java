package fr.syaga.facturation.clockify.layout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The layout of one customer's invoices. */
@Entity
@Table(name = "billing_layout")
class StoredLayout {

    @Id
    private String customerCode;

    @JdbcTypeCode(SqlTypes.JSON)
    private BillingLayout layout;

    @Version
    private int version;

    protected StoredLayout() {}

    StoredLayout(String customerCode, BillingLayout layout) {
        this.customerCode = customerCode;
        this.layout = layout;
    }

    void change(BillingLayout other) {
        layout = other;
    }

    String customerCode() {
        return customerCode;
    }

    BillingLayout layout() {
        return layout;
    }
}
