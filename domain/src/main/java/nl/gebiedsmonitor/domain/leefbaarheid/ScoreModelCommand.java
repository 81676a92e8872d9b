package nl.gebiedsmonitor.domain.leefbaarheid;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a score model. */
public sealed interface ScoreModelCommand {

    @TargetAggregateIdentifier
    ModelKey key();

    /** Publishes one version of a model; parameters of a z-score that are left out are computed and so fixed. */
    record PublishScoreModel(ModelDefinition definition) implements ScoreModelCommand {
        @Override
        @TargetAggregateIdentifier
        public ModelKey key() {
            return definition.key();
        }
    }
}
