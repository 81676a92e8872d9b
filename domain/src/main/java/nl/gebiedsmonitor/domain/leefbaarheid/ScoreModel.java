package nl.gebiedsmonitor.domain.leefbaarheid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand.PublishScoreModel;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One version of a score model: published once, and never changed. */
@AggregateRoot
public final class ScoreModel {

    @AggregateIdentifier
    private @Nullable ModelKey key;

    private @Nullable ModelDefinition definition;

    ScoreModel() {}

    /**
     * Publishes this version, or finds it published just so; parameters that are left out agree with those that were
     * computed before.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Publication publish(PublishScoreModel command, Indicators indicators, ReferenceFigures figures) {
        ModelDefinition given = command.definition();
        if (definition == null) {
            requireDefined(given.indicators(), indicators);
            ModelDefinition filled = given.filledFrom(figures);
            apply(new ScoreModelPublished(filled));
            return new Publication(filled, true);
        }
        if (!given.agreesWith(definition)) {
            throw new RuleViolated(
                    "score-model-immutable",
                    key + " is published already, in other words; publish a new version to change the model.");
        }
        return new Publication(definition, false);
    }

    private static void requireDefined(Set<IndicatorCode> named, Indicators indicators) {
        SortedSet<IndicatorCode> unknown = new TreeSet<>(named);
        unknown.removeAll(indicators.defined(named).keySet());
        if (!unknown.isEmpty()) {
            throw new RuleViolated("indicator-defined", "Not defined: " + unknown + ".");
        }
    }

    @EventSourcingHandler
    void on(ScoreModelEvent event) {
        switch (event) {
            case ScoreModelPublished published -> {
                key = published.key();
                definition = published.definition();
            }
        }
    }
}
