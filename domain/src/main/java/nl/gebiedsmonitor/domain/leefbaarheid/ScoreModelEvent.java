package nl.gebiedsmonitor.domain.leefbaarheid;

import nl.gebiedsmonitor.domain.DomainEvent;

/** The life of one version of a score model. */
public sealed interface ScoreModelEvent extends DomainEvent {

    ModelKey key();

    /**
     * A version was published, for good.
     *
     * @param definition with every parameter filled
     */
    record ScoreModelPublished(ModelDefinition definition) implements ScoreModelEvent {
        @Override
        public ModelKey key() {
            return definition.key();
        }
    }
}
