package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import org.jspecify.annotations.Nullable;

/** Classes as they are posted; without cut points there is one. */
record ClassificationBody(
        @Nullable List<@Nullable Double> cutPoints,
        @Nullable List<@Nullable String> labels) {

    @Nullable
    Classification read(Fields fields) {
        int before = fields.count();
        List<Double> readCuts = fields.values(Classification.CUT_POINTS, cutPoints, Classification.CUT_POINT::read);
        boolean cutsAreGood = fields.count() == before;
        List<String> readLabels = fields.values(Classification.LABELS, labels, Classification.LABEL::read);
        boolean allAreGood = fields.count() == before;
        if (cutsAreGood) {
            fields.check(() -> Classification.requireAscending(readCuts));
        }
        if (allAreGood) {
            fields.check(() -> Classification.requireLabelled(readCuts, readLabels));
        }
        return fields.makeIfGood(() -> new Classification(readCuts, readLabels));
    }
}
