package nl.gebiedsmonitor.api.web;

import nl.gebiedsmonitor.domain.gebied.GebiedCommand;
import nl.gebiedsmonitor.domain.impact.ImpactCommand;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand;
import nl.gebiedsmonitor.domain.measure.MeasureCommand;
import nl.gebiedsmonitor.domain.study.StudyCommand;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Says what is not there when a command is sent to something that never came to be; Axon knows its id only. */
final class Absent {

    private Absent() {}

    static NotFound of(Object command, AggregateNotFoundException absent) {
        return new NotFound(kind(command) + " " + absent.getAggregateIdentifier());
    }

    private static String kind(Object command) {
        return switch (command) {
            case GebiedCommand _ -> "gebied";
            case ImpactCommand _ -> "impact analysis";
            case IndicatorCommand _ -> "indicator";
            case ManifestCommand _ -> "manifest";
            case MeasureCommand _ -> "measure";
            case StudyCommand _ -> "effect study";
            case ScoreModelCommand _ -> "score model";
            default -> "such thing as";
        };
    }
}
