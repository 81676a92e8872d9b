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
 * Tells whether the figures of a reading are others by now. What was found is remembered, and looked for again only when
 * something that these figures are made of has changed since; of one reading by one asker at a time.
 */
@Component
class FigureWatch {

    private static final int REMEMBERED = 1_000;

    private static final List<String> RULES = List.of(GebiedProjection.NAME, IndicatorProjection.NAME);

    private record Key(StudyId study, int number) {}

    /** Whether the figures of one reading had changed, at the last position that was asked after. */
    private final class Watched {

        private long position;
        private boolean changed;

        Watched(long asOf) {
            position = asOf;
        }

        synchronized boolean haveChanged(StoredReading reading, long asked) {
            long from = Math.min(position, asked);
            long upTo = Math.max(position, asked);
            boolean possible = projections.lastConcerning(RULES) > from || reading.anyChanged(from, upTo);
            boolean now = possible ? !reading.changesTo(asked, asked).isEmpty() : changed;
            if (asked > position) {
                position = asked;
                changed = now;
            }
            return now;
        }
    }

    private final Projections projections;
    private final Map<Key, Watched> remembered = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Watched> eldest) {
            return size() > REMEMBERED;
        }
    };

    FigureWatch(Projections projections) {
        this.projections = projections;
    }

    /** Whether any figure of a reading is another one at a position. */
    boolean haveChanged(StudyId study, StoredReading reading, long position) {
        return watched(new Key(study, reading.reading().number()), reading).haveChanged(reading, position);
    }

    private synchronized Watched watched(Key key, StoredReading reading) {
        return remembered.computeIfAbsent(
                key, _ -> new Watched(reading.reading().asOf()));
    }
}
