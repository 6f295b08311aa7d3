package fr.syaga.facturation.export.paper;

import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The empty rows below the lines of a page's table, made like the hidden one that its layout holds. */
final class FillRows {

    private static final String HIDDEN = "fill";

    private final Element hidden;
    private final List<Node> added = new ArrayList<>();

    private FillRows(Element hidden) {
        this.hidden = hidden;
    }

    static FillRows in(Document page) {
        NodeList rows = page.getElementsByTagName("tr");
        for (int i = rows.getLength() - 1; i >= 0; i--) {
            if (rows.item(i) instanceof Element row && HIDDEN.equals(row.getAttribute("id"))) {
                return new FillRows(row);
            }
        }
        throw new IllegalStateException("The layout has no row to fill its table with.");
    }

    /** @param heights of the rows, in millimetres */
    void add(List<String> heights) {
        for (String height : heights) {
            Element row = (Element) hidden.cloneNode(true);
            row.removeAttribute("id");
            row.removeAttribute("style");
            Element box = (Element) row.getElementsByTagName("div").item(0);
            box.setAttribute("style", "height: %smm".formatted(height));
            added.add(hidden.getParentNode().insertBefore(row, hidden));
        }
    }

    void remove() {
        added.forEach(row -> row.getParentNode().removeChild(row));
        added.clear();
    }
}
