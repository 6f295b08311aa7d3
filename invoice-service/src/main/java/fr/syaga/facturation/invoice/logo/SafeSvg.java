package fr.syaga.facturation.invoice.logo;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.syaga.facturation.edge.Rejection;

/**
 * An SVG that only draws: no scripts, nothing that moves, no other document inside, and no reference to anything outside of it. What
 * is not known to draw is refused, because browsers invent new ways.
 */
final class SafeSvg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> READ =
            Set.of(NAMESPACE, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace");

    private static final Set<String> DRAWS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "metadata",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "image",
            "clipPath",
            "mask",
            "pattern",
            "marker",
            "linearGradient",
            "radialGradient",
            "stop",
            "filter",
            "switch",
            "view",
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feMerge",
            "feMergeNode",
            "feOffset");

    /** Inside the document, or a picture that stands in the reference itself. */
    private static final Pattern INSIDE = Pattern.compile("#.*|data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\\s]*");

    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?\\s*([^'\")]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTIVE =
            Pattern.compile("@import|expression\\s*\\(|javascript:|\\\\|image-set|src\\(", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 20_000;

    private SafeSvg() {}

    /** @throws Rejection 422 */
    static void check(byte[] bytes) {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw Rejection.unusableFile(
                    "not-an-svg", "The file is no SVG picture that can be read. Save the logo as SVG or PNG again.");
        }
    }

    private static void read(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        int elements = 0;
        boolean inStyle = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) {
                        throw unsafe("more elements than a logo has");
                    }
                    element(reader, depth == 1);
                    inStyle = reader.getLocalName().equals("style");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    inStyle = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inStyle) {
                        style(reader.getText());
                    }
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw unsafe("a processing instruction");
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unsafe("a document type");
                default -> {}
            }
        }
    }

    private static void element(XMLStreamReader reader, boolean isRoot) {
        String name = reader.getLocalName();
        boolean draws = NAMESPACE.equals(reader.getNamespaceURI());
        if (isRoot && !(draws && name.equals("svg"))) {
            throw Rejection.unusableFile(
                    "not-an-svg",
                    "The file is no SVG picture: it does not begin with <svg> of %s.".formatted(NAMESPACE));
        }
        if (draws ? !DRAWS.contains(name) : HTML.equals(reader.getNamespaceURI())) {
            throw unsafe("the element <%s>".formatted(name));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (isRead(reader.getAttributeNamespace(i))) {
                attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
    }

    /** Editors leave notes under names of their own; nobody who draws reads them. */
    private static boolean isRead(String namespace) {
        return namespace == null || namespace.isEmpty() || READ.contains(namespace);
    }

    private static void attribute(String name, String value) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith("on")) {
            throw unsafe("the attribute %s".formatted(name));
        }
        if ((folded.equals("href") || folded.equals("src") || folded.equals("base"))
                && !INSIDE.matcher(value.strip()).matches()) {
            throw unsafe("a reference to elsewhere: %s".formatted(shortened(value)));
        }
        style(value);
    }

    private static void style(String text) {
        if (ACTIVE.matcher(text).find()) {
            throw unsafe("a style or script: %s".formatted(shortened(text)));
        }
        var url = URL.matcher(text);
        while (url.find()) {
            if (!INSIDE.matcher(url.group(1).strip()).matches()) {
                throw unsafe("a reference to elsewhere: %s".formatted(shortened(url.group(1))));
            }
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static Rejection unsafe(String what) {
        return Rejection.unusableFile(
                "unsafe-svg",
                "The SVG holds %s. A logo only draws: export it as a plain SVG, or as PNG.".formatted(what));
    }
}
