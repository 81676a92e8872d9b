package nl.gebiedsmonitor.api.catalog;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties.CatalogProperties;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.observation.CoverageQueries.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the catalogue, with the properties that DCAT-AP-NL 3 makes mandatory and those it recommends where they
 * are known.
 *
 * @param base the address of this installation as the reader knows it
 */
record CatalogNodes(String base, CatalogProperties properties) {

    private static final String THEME = "dcat:theme";

    Node catalog(List<String> indicators) {
        return Node.of(id(), "dcat:Catalog")
                .texts("dct:title", properties.title(), properties.title())
                .texts(
                        "dct:description",
                        "Indicatoren van gebieden in Nederland, per periode.",
                        "Indicators of areas in the Netherlands, by period.")
                .link("dct:publisher", id("publisher"))
                .link("dcat:contactPoint", id("contact"))
                .link("dct:language", Vocabulary.DUTCH)
                .link("dct:spatial", Vocabulary.NETHERLANDS)
                .link("dcat:themeTaxonomy", Vocabulary.THEMES)
                .link("foaf:homepage", base + "/v1/docs")
                .links("dcat:service", List.of(id("api"), id("sdmx")))
                .links("dcat:dataset", indicators.stream().map(this::dataset).toList());
    }

    /** What the other nodes refer to. */
    Stream<Node> shared() {
        return Stream.concat(
                Stream.of(
                        publisher(),
                        contact(),
                        service("api", "API van Gebiedsmonitor", "API of Gebiedsmonitor", "/v1", "/v1/openapi.json"),
                        service(
                                "sdmx",
                                "SDMX-service van Gebiedsmonitor",
                                "SDMX service of Gebiedsmonitor",
                                "/sdmx/v2",
                                "/sdmx/v2/structure/dataflow?references=descendants"),
                        Node.of(base + "/v1/docs", "foaf:Document"),
                        Node.of(Vocabulary.PUBLIC, "dct:RightsStatement"),
                        Node.of(Vocabulary.DUTCH, "dct:LinguisticSystem"),
                        Node.of(Vocabulary.NETHERLANDS, "dct:Location"),
                        Node.of(Vocabulary.THEMES, "skos:ConceptScheme")
                                .texts("dct:title", "Thema's van datasets", "Data themes"),
                        Node.of(Vocabulary.SOCIETY, "skos:Concept")
                                .texts("skos:prefLabel", "Bevolking en samenleving", "Population and society")),
                terms());
    }

    private static Stream<Node> terms() {
        return Stream.of(
                        Arrays.stream(Frequency.values())
                                .map(Vocabulary::frequency)
                                .distinct()
                                .map(id -> Node.of(id, "dct:Frequency")),
                        Arrays.stream(Form.values())
                                .map(Form::fileType)
                                .distinct()
                                .map(id -> Node.of(id, "dct:MediaTypeOrExtent")),
                        Arrays.stream(Form.values())
                                .map(Form::mediaType)
                                .distinct()
                                .map(id -> Node.of(id, "dct:MediaType")))
                .flatMap(terms -> terms);
    }

    private Node publisher() {
        return Node.of(id("publisher"), "foaf:Agent").text("foaf:name", properties.publisher());
    }

    private Node contact() {
        Node contact =
                Node.of(id("contact"), "vcard:Kind", "vcard:Organization").text("vcard:fn", properties.contact());
        return properties.email() == null
                ? contact.link("vcard:hasURL", base + "/v1/docs")
                : contact.link("vcard:hasEmail", "mailto:" + properties.email());
    }

    private Node service(String name, String nl, String en, String endpoint, String description) {
        return Node.of(id(name), "dcat:DataService")
                .texts("dct:title", nl, en)
                .texts(
                        "dct:description",
                        "Geeft cijfers en hun geschiedenis, in verschillende formaten.",
                        "Gives figures and their history, in several formats.")
                .text("dct:identifier", id(name))
                .link("dct:publisher", id("publisher"))
                .link("dcat:contactPoint", id("contact"))
                .link("dct:accessRights", Vocabulary.PUBLIC)
                .node("dct:license", licence(properties.licence()))
                .link(THEME, Vocabulary.SOCIETY)
                .link("dcat:endpointURL", base + endpoint)
                .link("dcat:endpointDescription", base + description);
    }

    /** @param covered what there are figures about; null when there are none yet */
    Node dataset(IndicatorDefinition indicator, @Nullable Coverage covered, @Nullable Instant changed) {
        String code = indicator.code().value();
        String english = indicator.nameEn();
        String source = indicator.source();
        Node dataset = Node.of(dataset(code), "dcat:Dataset")
                .texts("dct:title", indicator.nameNl(), english == null ? indicator.nameNl() : english)
                .texts("dct:description", description(indicator, covered, true), description(indicator, covered, false))
                .text("dct:identifier", dataset(code))
                .link("dct:publisher", id("publisher"))
                .link("dcat:contactPoint", id("contact"))
                .link("dct:accessRights", Vocabulary.PUBLIC)
                .link(THEME, Vocabulary.SOCIETY)
                .link("dct:accrualPeriodicity", Vocabulary.frequency(indicator.frequency()))
                .link("dct:language", Vocabulary.DUTCH)
                .link("dct:spatial", Vocabulary.NETHERLANDS)
                .node("dcat:landingPage", Node.of(base + "/v1/indicators/" + code, "foaf:Document"));
        if (source == null) {
            dataset.link("dct:creator", id("publisher"));
        } else {
            dataset.node("dct:creator", Node.unnamed("foaf:Agent").text("foaf:name", source));
        }
        if (indicator.dimension() != null) {
            dataset.text("dcat:keyword", indicator.dimension());
        }
        if (covered != null) {
            dataset.node(
                    "dct:temporal",
                    Node.unnamed("dct:PeriodOfTime")
                            .typed(
                                    "dcat:startDate",
                                    "xsd:date",
                                    covered.first().start().atDay(1))
                            .typed(
                                    "dcat:endDate",
                                    "xsd:date",
                                    covered.last().end().atEndOfMonth()));
        }
        if (changed != null) {
            dataset.typed("dct:modified", "xsd:dateTime", changed);
        }
        String licence = Vocabulary.licence(source == null ? "" : source, properties.licence());
        return dataset.nodes(
                "dcat:distribution",
                Arrays.stream(Form.values())
                        .map(form -> distribution(form, code, licence))
                        .toList());
    }

    private Node distribution(Form form, String code, String licence) {
        String address = form.address(base, code);
        Node distribution = Node.of(address + "#distribution", "dcat:Distribution")
                .text("dct:title", form.title())
                .link("dcat:accessURL", address);
        if (form.isWhole()) {
            distribution.link("dcat:downloadURL", address);
        }
        return distribution
                .link("dct:format", form.fileType())
                .link("dcat:mediaType", form.mediaType())
                .node("dct:license", licence(licence))
                .link("dcat:accessService", id(form.isSdmx() ? "sdmx" : "api"));
    }

    private static Node licence(String id) {
        return Node.of(id, "dct:LicenseDocument");
    }

    private static String description(IndicatorDefinition indicator, @Nullable Coverage covered, boolean dutch) {
        StringBuilder text = new StringBuilder("Indicator ");
        text.append(indicator.code().value());
        if (covered != null) {
            text.append(dutch ? ", per " : ", by ")
                    .append(covered.types().stream()
                            .map(type -> type.name().toLowerCase(Locale.ROOT))
                            .collect(joining(", ")));
        }
        if (indicator.unit() != null) {
            text.append(dutch ? "; eenheid: " : "; unit: ").append(indicator.unit());
        }
        if (indicator.source() != null) {
            text.append(dutch ? "; bron: " : "; source: ").append(indicator.source());
        }
        return text.append('.').toString();
    }

    private String id() {
        return base + "/v1/catalog";
    }

    private String id(String name) {
        return id() + "#" + name;
    }

    private String dataset(String code) {
        return id(code);
    }
}
