package nl.gebiedsmonitor.projections.feed;

import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/** The topic of an event that many readers ask for, with filters of their own; the event itself is not kept. */
public final class RememberedTopic implements Topic {

    /** Lets some at a time use the database. */
    public interface Quota {

        <T> T take(Supplier<T> reading);
    }

    record Surroundings(Set<GebiedCode> gebieden, Set<GebiedCode> around) {}

    private final String type;
    private final Set<IndicatorCode> indicators;
    private final Supplier<Surroundings> lookup;
    private final ReentrantLock lookingUp = new ReentrantLock();
    private volatile @Nullable Surroundings surroundings;

    RememberedTopic(String type, Set<IndicatorCode> indicators, Supplier<Surroundings> lookup) {
        this.type = type;
        this.indicators = indicators;
        this.lookup = lookup;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<IndicatorCode> indicators() {
        return indicators;
    }

    @Override
    public Set<GebiedCode> gebieden() {
        return surroundings().gebieden();
    }

    @Override
    public boolean isInside(GebiedCode outer) {
        return surroundings().around().contains(outer);
    }

    private Surroundings surroundings() {
        Surroundings known = surroundings;
        if (known != null) {
            return known;
        }
        lookingUp.lock();
        try {
            known = surroundings;
            if (known == null) {
                known = lookup.get();
                surroundings = known;
            }
            return known;
        } finally {
            lookingUp.unlock();
        }
    }
}
