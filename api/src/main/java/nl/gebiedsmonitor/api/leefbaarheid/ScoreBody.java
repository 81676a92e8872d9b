package nl.gebiedsmonitor.api.leefbaarheid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import nl.gebiedsmonitor.api.observation.CompositionBody;
import nl.gebiedsmonitor.domain.leefbaarheid.Basis;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import org.jspecify.annotations.Nullable;

/**
 * How liveable a gebied is in a period.
 *
 * @param gebied null of a list of gebieden taken together
 * @param basis what the score rests on: the dimensions, or the published deviation where these are not known
 * @param status the weakest of the figures it is made of; {@code MISSING} when there is no score
 * @param missingReason why there is no score
 * @param rank among the gebieden of its type; only of one period of an answer about one gebied
 * @param rankInGemeente the same among those in its gemeente
 * @param development since an earlier period
 * @param composition how the figures were made of those of members; null when all are recorded for the gebied itself
 */
record ScoreBody(
        @Nullable String gebied,
        @Nullable String name,
        String period,
        @Nullable Double score,
        @Nullable Integer scoreClass,
        @Nullable String scoreLabel,
        @Nullable Double deviation,
        @Nullable Integer deviationClass,
        @Nullable String deviationLabel,
        Map<String, DimensionBody> dimensions,
        @Nullable Basis basis,
        ObsStatus status,
        @Nullable MissingReason missingReason,
        @Nullable RankBody rank,
        @Nullable RankBody rankInGemeente,
        @Nullable DevelopmentBody development,
        @Nullable Map<String, CompositionBody> composition) {

    /** What a dimension adds to the deviation. */
    record DimensionBody(
            double value, @JsonProperty("class") int klass, String label) {}

    ScoreBody ranked(@Nullable RankBody amongType, @Nullable RankBody inGemeente) {
        return with(amongType, inGemeente, development);
    }

    ScoreBody developed(DevelopmentBody since) {
        return with(rank, rankInGemeente, since);
    }

    private ScoreBody with(
            @Nullable RankBody amongType, @Nullable RankBody inGemeente, @Nullable DevelopmentBody since) {
        return new ScoreBody(
                gebied,
                name,
                period,
                score,
                scoreClass,
                scoreLabel,
                deviation,
                deviationClass,
                deviationLabel,
                dimensions,
                basis,
                status,
                missingReason,
                amongType,
                inGemeente,
                since,
                composition);
    }
}
