package nl.gebiedsmonitor.api.web;

import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import org.springframework.stereotype.Component;

/** The one place where it is known who acts. As long as nobody logs in, that is whom the configuration names. */
@Component
class Actors {

    private final Actor configured;

    Actors(GebiedsmonitorProperties properties) {
        this.configured =
                new Actor(properties.actor().subject(), properties.actor().organisation());
    }

    Actor current() {
        return configured;
    }
}
