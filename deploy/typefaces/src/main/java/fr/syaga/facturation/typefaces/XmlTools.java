package fr.syaga.facturation.typefaces;

import java.util.Map;

/**
 * Names the JDK's own XML tools, which printing asks for several times a page. Unless they are named, each time all jars are searched
 * for others, which takes longer than the page itself.
 */
public final class XmlTools {

    private static final Map<String, String> OWN = Map.of(
            "javax.xml.transform.TransformerFactory",
                    "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl",
            "javax.xml.parsers.DocumentBuilderFactory",
                    "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl",
            "javax.xml.parsers.SAXParserFactory", "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl");

    private XmlTools() {}

    /** For the whole process; what was named before stays. */
    public static void name() {
        OWN.forEach((tool, own) -> {
            if (System.getProperty(tool) == null) {
                System.setProperty(tool, own);
            }
        });
    }
}
