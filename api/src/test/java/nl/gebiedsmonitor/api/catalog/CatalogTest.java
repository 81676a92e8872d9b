package nl.gebiedsmonitor.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The catalogue by DCAT-AP-NL 3. */
class CatalogTest {

    @ParameterizedTest
    @EnumSource
    void the_catalogue_keeps_every_rule_of_dcat_ap_and_of_dcat_ap_nl(TestDatabase database) {
        Client client = prepared(database, "SDM-CAT");

        Answer answer = client.get("/v1/catalog");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/ld+json");
        Model catalog = model(answer.text());
        for (String rules : List.of("dcat-ap-nl-SHACL", "dcat-ap-SHACL")) {
            assertThat(faults(catalog, rules)).as(rules).isEmpty();
        }
        for (String rules : List.of("dcat-ap-nl-SHACL", "dcat-ap-SHACL")) {
            Model without =
                    model(answer.text().replace("dct:identifier", "dct:x").replace("dcat:endpointURL", "dct:x"));
            assertThat(faults(without, rules)).as(rules + " refuse something").isNotEmpty();
        }
    }

    private static Model model(String text) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), "urn:catalog", Lang.JSONLD);
        Model resources = ModelFactory.createDefaultModel();
        model.listObjects()
                .filterKeep(RDFNode::isURIResource)
                .forEach(each -> resources.add(each.asResource(), RDF.type, RDFS.Resource));
        return model.add(resources);
    }

    private static List<String> faults(Model catalog, String rules) {
        Graph shapes = RDFDataMgr.loadGraph(
                CatalogTest.class.getResource("/dcat/" + rules + ".ttl").toString());
        ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), catalog.getGraph());
        return report.getEntries().stream()
                .map(each -> each.focusNode() + " " + each.resultPath() + " " + each.message())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_dataset_says_what_its_figures_are_about_and_where_they_are(TestDatabase database) {
        Client client = prepared(database, "SDM-SET");

        JsonNode dataset = dataset(client.get("/v1/catalog").json(), "SDM-SET");

        assertThat(dataset.at("/dct:title").toString()).contains("Proef", "Trial");
        assertThat(dataset.at("/dct:description/0/@value").asString())
                .isEqualTo("Indicator SDM-SET, per gemeente, buurt; eenheid: score; bron: Bureau (CC BY 4.0).");
        assertThat(dataset.at("/dct:temporal/dcat:startDate/@value").asString()).isEqualTo("2014-01-01");
        assertThat(dataset.at("/dct:temporal/dcat:endDate/@value").asString()).isEqualTo("2022-12-31");
        assertThat(dataset.at("/dct:accrualPeriodicity/@id").asString()).endsWith("/frequency/ANNUAL");
        assertThat(dataset.at("/dct:creator/foaf:name").asString()).isEqualTo("Bureau (CC BY 4.0)");
        assertThat(dataset.get("dcat:distribution").size()).isEqualTo(Form.values().length);
        for (JsonNode each : dataset.get("dcat:distribution")) {
            assertThat(each.at("/dct:license/@id").asString()).contains("/by/4.0/");
            String address = each.at("/dcat:accessURL/@id").asString();
            assertThat(each.has("dcat:downloadURL"))
                    .as("a page of %s is not all", address)
                    .isEqualTo(!address.endsWith("&format=json"));
            Answer figures = client.get(address);
            assertThat(figures.status()).as(address).isEqualTo(200);
            assertThat(figures.text())
                    .as(address)
                    .contains(address.endsWith("parquet") ? "PAR1" : "0.30000000000000004");
            String mediaType = each.at("/dcat:mediaType/@id").asString();
            assertThat(figures.header("Content-Type").orElseThrow())
                    .as(address)
                    .contains(mediaType.substring(mediaType.lastIndexOf('/') + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_in_later_is_covered_too_and_not_as_of_before(TestDatabase database) {
        Client client = prepared(database, "SDM-MORE");
        long before = client.get("/v1/catalog").position();

        deliver(client, "SDM-MORE,GM6602,2030,1,FINAL");

        String temporal = "/dct:temporal/dcat:endDate/@value";
        assertThat(dataset(client.get("/v1/catalog").json(), "SDM-MORE")
                        .at(temporal)
                        .asString())
                .isEqualTo("2030-12-31");
        assertThat(dataset(client.get("/v1/catalog?asOf=" + before).json(), "SDM-MORE")
                        .at(temporal)
                        .asString())
                .isEqualTo("2022-12-31");
    }

    @ParameterizedTest
    @EnumSource
    void an_indicator_without_figures_is_there_and_links_name_the_host_of_the_request(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer defined = client.post(
                "/v1/indicators", "{\"code\":\"SDM-BARE\",\"nameNl\":\"Leeg\",\"frequency\":\"SCHOOL_YEAR\"}");
        assertThat(defined.status()).as(defined.text()).isEqualTo(201);

        Answer answer = client.get(
                "/v1/catalog",
                "Min-Event-Position",
                Long.toString(defined.position()),
                "X-Forwarded-Host",
                "monitor.example",
                "X-Forwarded-Proto",
                "https");

        JsonNode dataset = dataset(answer.json(), "SDM-BARE");
        assertThat(dataset.has("dct:temporal")).isFalse();
        assertThat(URI.create(dataset.get("@id").asString()).getHost()).isEqualTo("monitor.example");
        assertThat(client.get("/v1/catalog", "Accept", "text/turtle").status()).isEqualTo(406);
    }

    private static JsonNode dataset(JsonNode catalog, String code) {
        return catalog.get("@graph").values().stream()
                .filter(each -> each.get("@id").asString().endsWith("/v1/catalog#" + code))
                .findFirst()
                .orElseThrow();
    }

    private static Client prepared(TestDatabase database, String indicator) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", """
                [{"code":"GM6602","name":"Gemeente","type":"GEMEENTE"},
                 {"code":"BU66020101","name":"Buurt","type":"BUURT"}]""");
        Answer defined = client.post("/v1/indicators", """
                {"code":"%s","nameNl":"Proef","nameEn":"Trial","frequency":"YEAR","unit":"score",
                 "source":"Bureau (CC BY 4.0)","dimension":"proeven"}""".formatted(indicator));
        assertThat(defined.status()).as(defined.text()).isEqualTo(201);
        deliver(
                client,
                indicator + ",GM6602,2014,0.30000000000000004,FINAL\n" + indicator + ",BU66020101,2022,2,FINAL");
        return client;
    }

    private static void deliver(Client client, String rows) {
        Answer taken = client.post(
                "/v1/deliveries", "text/csv", BodyPublishers.ofString("indicator,gebied,period,value,status\n" + rows));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(taken.position()));
    }
}
