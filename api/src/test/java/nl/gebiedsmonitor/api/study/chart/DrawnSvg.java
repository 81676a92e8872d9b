package nl.gebiedsmonitor.api.study.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An SVG read back as XML, to look for marks in. */
final class DrawnSvg {

    private static final Pattern FIRST = Pattern.compile("M\\s*([0-9.]+)");

    private final Document document;

    DrawnSvg(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            this.document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError("not well-formed", broken);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** What is to be read in the picture, in the order in which it was drawn; lines as they go on. */
    String text() {
        return all("text").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining())
                .replace('\u00A0', ' ');
    }

    List<String> texts() {
        return all("text").stream().map(text -> text.getTextContent().strip()).toList();
    }

    /** The elements of this name, but for those that only define something. */
    List<Element> all(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> !inside(element, "defs"))
                .toList();
    }

    /** The lines of this colour: the paths that are not closed. */
    List<Element> lines(Color colour) {
        return stroked("path", colour).filter(path -> !closed(path)).toList();
    }

    /** The straight lines of this colour. */
    List<Element> strokes(Color colour) {
        return stroked("line", colour).toList();
    }

    /** The outlines of this colour around marks. */
    List<Element> outlines(Color colour) {
        return stroked("path", colour).filter(DrawnSvg::closed).toList();
    }

    /** What is filled with this colour. */
    List<Element> filled(String name, Color colour) {
        return all(name).stream()
                .filter(element -> of(element, "fill").equals(written(colour)))
                .toList();
    }

    private Stream<Element> stroked(String name, Color colour) {
        return all(name).stream()
                .filter(element -> of(element, "fill").equals("none"))
                .filter(element -> of(element, "stroke").equals(written(colour)));
    }

    private static boolean closed(Element path) {
        return path.getAttribute("d").contains("Z");
    }

    private static String written(Color colour) {
        return "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /** How many points a path goes through. */
    static long points(Element path) {
        return path.getAttribute("d")
                .chars()
                .filter(letter -> letter == 'M' || letter == 'L')
                .count();
    }

    /** Where a path begins. */
    static double firstX(Element path) {
        Matcher first = FIRST.matcher(path.getAttribute("d"));
        assertThat(first.find()).isTrue();
        return Double.parseDouble(first.group(1));
    }

    /** An attribute, of the element or of what it lies in. */
    static String of(Element element, String attribute) {
        Node node = element;
        while (node instanceof Element each) {
            if (each.hasAttribute(attribute)) {
                return each.getAttribute(attribute);
            }
            node = each.getParentNode();
        }
        return "";
    }

    private static boolean inside(Element element, String name) {
        for (Node node = element; node instanceof Element each; node = each.getParentNode()) {
            if (name.equals(each.getLocalName())) {
                return true;
            }
        }
        return false;
    }
}
