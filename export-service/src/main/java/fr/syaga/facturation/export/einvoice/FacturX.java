package fr.syaga.facturation.export.einvoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

import jakarta.inject.Singleton;

import org.mustangproject.Invoice;
import org.mustangproject.ZUGFeRD.Profile;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.paper.Paper;

/**
 * The printed document with its EN 16931 XML inside. The library adds the totals up anew from the lines; a document whose totals
 * would come out otherwise than invoice-service's is not offered.
 */
@Singleton
public class FacturX {

    private static final int VERSION = 2;

    private final Paper paper;
    private final ElectronicInvoice.Wording wording;

    public FacturX(Paper paper, ElectronicInvoice.Wording wording) {
        this.paper = paper;
        this.wording = wording;
    }

    /** @throws Renderer.UnusableDocument when the XML's totals are not the ledger's */
    public byte[] print(PaperDocument document) {
        byte[] xml = xml(document);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (ZUGFeRDExporterFromA3 exporter = new ZUGFeRDExporterFromA3()) {
            exporter.load(paper.print(document))
                    .setProducer("facturation")
                    .setCreator("facturation")
                    .setZUGFeRDVersion(VERSION)
                    .setProfile(profile())
                    .setXML(xml);
            exporter.export(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    public byte[] xml(PaperDocument document) {
        Invoice invoice = new ElectronicInvoice(document, wording).build();
        requireLedgerTotals(document, new TransactionCalculator(invoice));
        NotedXml xml = new NotedXml(ElectronicInvoice.circuit(document));
        xml.setProfile(profile());
        xml.generateXML(invoice);
        return xml.getXML();
    }

    private static Profile profile() {
        return Profiles.getByName("EN16931");
    }

    private static void requireLedgerTotals(PaperDocument document, TransactionCalculator computed) {
        BigDecimal net = document.printed(document.invoice().netAmount());
        BigDecimal gross = document.printed(document.invoice().grossAmount());
        if (computed.getTaxBasis().compareTo(net) != 0
                || computed.getGrandTotal().compareTo(gross) != 0) {
            throw new Renderer.UnusableDocument(
                    "The XML of %s adds up to %s net and %s gross, the ledger says %s and %s."
                            .formatted(
                                    document.invoice().number(),
                                    computed.getTaxBasis(),
                                    computed.getGrandTotal(),
                                    net,
                                    gross));
        }
    }
}
