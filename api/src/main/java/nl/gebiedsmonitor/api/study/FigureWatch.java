package nl.gebiedsmonitor.api.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import org.springframework.stereotype.Component;

/**
 * Tells whether the figures of a reading are others by now. What was found is remembered, and looked for again, one reading at a
 * time, only when something that these figures are made of has changed since.
 */
@Component
class FigureWatch {

    private static final int REMEMBERED = 1_000;

    private static final List<String> RULES = List.of(GebiedProjection.NAME, IndicatorProjection.NAME);

    private record Key(StudyId study, int number) {}

    /** Whether figures had changed at a position. */
    private record Seen(long position, boolean changed) {}

    private final Projections projections;
    private final Map<Key, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    FigureWatch(Projections projections) {
        this.projections = projections;
    }

    /** Whether any figure of a reading is another one at a position. */
    synchronized boolean haveChanged(StudyId study, StoredReading reading, long position) {
        Key key = new Key(study, reading.reading().number());
        Seen last = seen.getOrDefault(key, new Seen(reading.reading().asOf(), false));
        if (position < last.position()) {
            return differ(reading, position);
        }
        boolean possible =
                projections.lastConcerning(RULES) > last.position() || reading.anyChanged(last.position(), position);
        Seen now = new Seen(position, possible ? differ(reading, position) : last.changed());
        seen.put(key, now);
        return now.changed();
    }

    private static boolean differ(StoredReading reading, long position) {
        return !reading.changesTo(position, position).isEmpty();
    }
}
