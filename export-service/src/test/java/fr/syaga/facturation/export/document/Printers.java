package fr.syaga.facturation.export.document;

import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.paper.Paper;

/** The printers as the service has them, for tests of other packages. */
public final class Printers {

    private Printers() {}

    public static Paper paper() {
        return new Paper();
    }

    public static FacturX facturX() {
        return new FacturX(new Paper(), () -> "VATEX-EU-132");
    }
}
