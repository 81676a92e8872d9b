package nl.gebiedsmonitor.api.leefbaarheid;

/** Score models of the tests: sums of figures as they are, whose classes part at whole numbers. */
final class TestModel {

    private TestModel() {}

    /**
     * A model around a reference level of 4, weighed by LFB-INW.
     *
     * @param dimensions as JSON has them, made by {@link #dimension}
     * @param more fields as JSON has them, each after a comma
     */
    static String of(String id, int version, String dimensions, String more) {
        return """
                {"id":"%s","version":%d,"name":"Verzonnen","source":"Test","referenceLevel":4,"dimensions":[%s],
                 "scoreClasses":{"cutPoints":[-1,0,1],"labels":["slecht","matig","redelijk","goed"]},
                 "deviationClasses":{"cutPoints":[0],"labels":["onder","boven"]},
                 "dimensionClasses":{"cutPoints":[0],"labels":["onder","boven"]},
                 "aggregationWeight":"LFB-INW"%s}""".formatted(id, version, dimensions, more);
    }

    /** A dimension of one indicator. */
    static String dimension(String key, String indicator, double weight) {
        return "{\"key\":\"%s\",\"name\":\"%s\",\"indicators\":[{\"indicator\":\"%s\",\"weight\":%s}]}"
                .formatted(key, key, indicator, weight);
    }
}
