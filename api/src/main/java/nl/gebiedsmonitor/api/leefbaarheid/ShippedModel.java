package nl.gebiedsmonitor.api.leefbaarheid;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand.PublishScoreModel;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the Leefbaarometer 3.0 and its indicators into every installation before that is ready. What is there already
 * stays, in whatever words it is there, so a start that was cut short is finished by the next, and two at once agree.
 */
@Component
@Order(0)
public class ShippedModel implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModel.class);

    /** The source of every event that is shipped, and the name of the file. */
    private static final String NAME = "leefbaarometer-3.0";

    private final Commands commands;
    private final List<IndicatorDefinition> indicators;
    private final ModelDefinition model;

    ShippedModel(Commands commands, JsonMapper json) throws IOException {
        this.commands = commands;
        this.indicators = Arrays.asList(read(json, NAME + "-indicators.json", IndicatorDefinition[].class));
        this.model = read(json, NAME + ".json", ScoreModelBody.class).read(new Fields());
    }

    /** How many events at most are shipped. */
    public int events() {
        return indicators.size() + 1;
    }

    /** Whether an event came with the product, and so tells nothing of what an installation is used for. */
    public boolean holds(StoredEvent event) {
        return NAME.equals(event.metadata().get("source"))
                && switch (event.payload()) {
                    case IndicatorDefined defined -> indicators.contains(defined.definition());
                    case ScoreModelPublished published -> published.definition().equals(model);
                    default -> false;
                };
    }

    @Override
    public void run(ApplicationArguments arguments) {
        indicators.forEach(definition -> send(new DefineIndicator(definition)));
        send(new PublishScoreModel(model));
    }

    private void send(Object command) {
        try {
            commands.sendOnceCaughtUp(command, NAME);
        } catch (RuleViolated otherwise) {
            LOG.info("Not as shipped with {}, and left as it is: {}", NAME, otherwise.detail());
        }
    }

    private static <T> T read(JsonMapper json, String file, Class<T> type) throws IOException {
        try (InputStream in = ShippedModel.class.getResourceAsStream("/leefbaarheid/" + file)) {
            if (in == null) {
                throw new IOException("The product lacks " + file);
            }
            return json.readValue(in, type);
        }
    }
}
