package nl.gebiedsmonitor.api.gebied;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.JsonFaults;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers the gebieden of a bulk call, and what is wrong with those that cannot be read. */
final class GebiedReading {

    private static final int MOST = 100_000;

    private final Fields fields = new Fields();
    private final List<Entry> entries = new ArrayList<>();
    private int unreadable;

    void add(long line, JsonNode element, JsonMapper json) {
        try {
            GebiedBody body = element.isObject() ? json.treeToValue(element, GebiedBody.class) : null;
            if (body == null) {
                fault(new Fault(line, null, null, "type", "A gebied is a JSON object."));
            } else {
                add(line, body);
            }
        } catch (JacksonException wrong) {
            fault(JsonFaults.of(line, wrong));
        }
    }

    void add(long line, GebiedBody body) {
        Entry entry = body.read(fields.onLine(line), line);
        if (entry == null) {
            unreadable();
        } else {
            entries.add(entry);
            requireRoom();
        }
    }

    /** A gebied that cannot be read, whose fault is told elsewhere. */
    void unreadable() {
        unreadable++;
        requireRoom();
    }

    /** A gebied that cannot be read, and why. */
    void fault(Fault fault) {
        fields.add(fault);
        unreadable();
    }

    private void requireRoom() {
        if (entries.size() + unreadable > MOST) {
            throw new TooLarge("At most " + MOST + " gebieden are registered at once; send them in parts.");
        }
    }

    /** What is to be registered, with these faults of the file beside those of its gebieden. */
    RegisterGebieden command(List<Fault> ofFile) {
        ofFile.forEach(fields::add);
        return new RegisterGebieden(entries, fields.faults(), unreadable);
    }

    RegisterGebieden command() {
        return command(List.of());
    }
}
