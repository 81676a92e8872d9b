package nl.gebiedsmonitor.api.study.chart;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A chart as SVG 1.1, with text as text, and a title and a description for who cannot see it. */
final class Svg {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final String FAMILY = "font-family";

    /** A hundredth of a pixel is seen by nobody. */
    private static final int DECIMALS = 2;

    private final Document document;
    private final SVGGraphics2D graphics;

    private Svg() {
        try {
            this.document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DECIMALS);
        this.graphics = new SVGGraphics2D(context, false);
    }

    static byte[] of(JFreeChart chart, ChartSize size, String title, String description, String language) {
        Svg svg = new Svg();
        svg.graphics.setSVGCanvasSize(new Dimension(size.width(), size.height()));
        chart.draw(svg.graphics, size.canvas());
        Element root = svg.graphics.getRoot();
        root.setAttribute(
                "viewBox",
                "0 0 " + size.canvas().getWidth() + " " + size.canvas().getHeight());
        root.setAttribute("role", "img");
        root.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", language);
        name(root, Typeface.FAMILIES);
        svg.putFirst(root, "desc", description);
        svg.putFirst(root, "title", title);
        return bytes(root);
    }

    private void putFirst(Element root, String name, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(text);
        root.insertBefore(element, root.getFirstChild());
    }

    /** Names the fonts of a reader's machine, which need not have the one that was drawn with. */
    private static void name(Element element, String families) {
        if (element.hasAttribute(FAMILY)) {
            element.setAttribute(FAMILY, families);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                name(inner, families);
            }
        }
    }

    private static byte[] bytes(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(bytes));
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
