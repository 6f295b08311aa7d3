package fr.syaga.facturation.invoice.legal;

import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.invoice.customer.Address;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.vat.VatRegime;

/** Which mandatory mentions nobody entered yet: each may cost 15 euros a document (CGI 1737 II). */
final class Missing {

    private Missing() {}

    static List<String> of(IssuerDetails issuer, Customer customer) {
        List<String> missing = new ArrayList<>();
        if (issuer == null) {
            missing.add("seller");
        } else {
            require(missing, "seller.address", issuer.line1());
            require(missing, "seller.legalForm", issuer.legalForm());
            require(missing, "seller.tradeRegister", issuer.tradeRegister());
            require(missing, "seller.vatNumber", issuer.vatNumber());
        }
        boolean hasAddress =
                customer.addresses().stream().anyMatch(each -> each.kind() == Address.Kind.BILLING && each.saysWhere());
        require(missing, "buyer.address", hasAddress ? "entered" : null);
        if (customer.vatRegime() == null) {
            missing.add("buyer.vatRegime");
        }
        if (customer.vatRegime() == VatRegime.FRENCH && !customer.neverHasSiren()) {
            require(missing, "buyer.siren", customer.siren());
        }
        if (customer.vatRegime() == VatRegime.EU_REVERSE_CHARGE) {
            require(missing, "buyer.vatNumber", customer.vatNumber());
        }
        return missing;
    }

    private static void require(List<String> missing, String field, String value) {
        if (PlainText.isBlank(value)) {
            missing.add(field);
        }
    }
}
