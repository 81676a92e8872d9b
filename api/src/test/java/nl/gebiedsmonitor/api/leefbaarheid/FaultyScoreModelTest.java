package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a score model all that is wrong is told at once, each fault with the path to its field. */
class FaultyScoreModelTest {

    private static final String MODELS = "/v1/score-models";

    @ParameterizedTest
    @EnumSource
    void every_fault_is_told_at_once_with_the_path_to_its_field(TestDatabase database) {
        Answer answer = Product.on(database).client().post(MODELS, """
                {"id":"Niet Goed","version":0,"name":" ","description":"","source":"x\\ty","referenceLevel":1e999,
                 "deviationIndicator":"lbm","decimals":16,"aggregationWeight":"?","minimumCoverage":1.5,
                 "dimensions":[
                  {"key":"Fys","name":"a","indicators":[{"indicator":"A","weight":0},{"indicator":"A"},{"weight":2},null]},
                  {"key":"soc","indicators":[]},
                  {"key":"soc","name":"c","indicators":[
                   {"indicator":"A","standardisation":{"method":"MAX"}},
                   {"indicator":"B","standardisation":{}},
                   {"indicator":"C","standardisation":{"method":"NONE","min":1}},
                   {"indicator":"D","standardisation":{"method":"MIN_MAX","min":2,"max":1,"mean":0}},
                   {"indicator":"E","standardisation":{"method":"MIN_MAX"}},
                   {"indicator":"F","standardisation":{"method":"Z_SCORE","referenceGebied":"X","referenceType":"STAD",
                     "referencePeriod":"24","standardDeviation":0}}]}],
                 "scoreClasses":{"cutPoints":[1],"labels":["a","b"]},
                 "deviationClasses":{"cutPoints":[1,null],"labels":["a"," "]},
                 "dimensionClasses":{"cutPoints":[2,1],"labels":["a"]},
                 "developmentClasses":{"cutPoints":[1],"labels":["a"]},
                 "typology":[
                  {"key":"k","name":"K","type":"WIJK","fromClass":1,"toClass":3,"source":"S"},
                  {"key":"k","name":"","type":"STRAAT","fromClass":2,"toClass":1,"minimumInhabitants":-1},
                  {}]}""");
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "id model-id",
                        "version model-version",
                        "name required",
                        "description model-description",
                        "source model-source",
                        "referenceLevel reference-level",
                        "deviationIndicator indicator-code",
                        "decimals decimals",
                        "aggregationWeight indicator-code",
                        "minimumCoverage minimum-coverage",
                        "dimensions[0].key dimension-key",
                        "dimensions[0].indicators[0].weight indicator-weight",
                        "dimensions[0].indicators[1].indicator indicator-once-per-dimension",
                        "dimensions[0].indicators[2].indicator required",
                        "dimensions[0].indicators[3] required",
                        "dimensions[1].name required",
                        "dimensions[1].indicators dimension-indicators",
                        "dimensions[2].key dimension-key-once",
                        "dimensions[2].indicators[0].standardisation.method method",
                        "dimensions[2].indicators[1].standardisation.method required",
                        "dimensions[2].indicators[2].standardisation.min known-field",
                        "dimensions[2].indicators[3].standardisation.mean known-field",
                        "dimensions[2].indicators[3].standardisation.max min-max",
                        "dimensions[2].indicators[4].standardisation.min required",
                        "dimensions[2].indicators[4].standardisation.max required",
                        "dimensions[2].indicators[5].standardisation.referenceGebied gebied-code",
                        "dimensions[2].indicators[5].standardisation.referenceType gebied-type",
                        "dimensions[2].indicators[5].standardisation.referencePeriod period",
                        "dimensions[2].indicators[5].standardisation.standardDeviation standard-deviation",
                        "dimensions[2].indicators[5].standardisation.mean z-score-parameters",
                        "deviationClasses.cutPoints[1] required",
                        "deviationClasses.labels[1] class-label",
                        "dimensionClasses.cutPoints cut-points-ascend",
                        "dimensionClasses.labels labels-fit-cut-points",
                        "developmentClasses.labels labels-fit-cut-points",
                        "typology[0].toClass typology-classes",
                        "typology[1].key typology-key-once",
                        "typology[1].name required",
                        "typology[1].type gebied-type",
                        "typology[1].toClass typology-classes",
                        "typology[1].minimumInhabitants minimum-inhabitants",
                        "typology[1].source required",
                        "typology[2].key required",
                        "typology[2].name required",
                        "typology[2].type required",
                        "typology[2].fromClass required",
                        "typology[2].toClass required",
                        "typology[2].source required");
    }

    @ParameterizedTest
    @EnumSource
    void all_that_is_missing_is_told_at_once(TestDatabase database) {
        assertThat(faults(Product.on(database).client().post(MODELS, "{}")))
                .containsExactlyInAnyOrder(
                        "id required",
                        "name required",
                        "source required",
                        "referenceLevel required",
                        "dimensions dimensions",
                        "scoreClasses required",
                        "deviationClasses required",
                        "dimensionClasses required");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_is_too_long_is_told_and_nothing_that_is_in_it(TestDatabase database) {
        String many = "null,".repeat(100) + "null";
        assertThat(faults(Product.on(database).client().post(MODELS, """
                        {"id":"lang","name":"Lang","source":"S","referenceLevel":1,"dimensions":[MANY],"typology":[MANY],
                         "scoreClasses":{"cutPoints":[MANY],"labels":[MANY]},"deviationClasses":{"labels":["a"]},
                         "dimensionClasses":{"labels":["a"]}}""".replace("MANY", many))))
                .containsExactlyInAnyOrder(
                        "dimensions dimensions",
                        "typology typology",
                        "scoreClasses.cutPoints cut-points",
                        "scoreClasses.labels class-labels");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_field_and_another_type_are_told_by_their_path(TestDatabase database) {
        Client client = Product.on(database).client();
        assertThat(faults(client.post(MODELS, "{\"dimensions\":[{\"indicators\":[{\"weigth\":1}]}]}")))
                .isEqualTo(List.of("dimensions[0].indicators[0].weigth known-field"));
        for (String wrong : List.of("\"1\"", "true", "[]", "{}")) {
            assertThat(faults(client.post(MODELS, "{\"dimensions\":[{\"indicators\":[{\"weight\":" + wrong + "}]}]}")))
                    .isEqualTo(List.of("dimensions[0].indicators[0].weight type"));
        }
    }

    private static List<String> faults(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.path("field").asString("") + " "
                        + error.path("rule").asString(""))
                .toList();
    }
}
