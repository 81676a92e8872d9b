package nl.gebiedsmonitor.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import nl.gebiedsmonitor.domain.DomainEvent;

/** What happens in the {@link SmallCountry}; the same for the same seed. */
public final class RandomHistory {

    private RandomHistory() {}

    /** Its beginning, and then so many events of gebieden, indicators, figures and models. */
    public static List<DomainEvent> ofFigures(long seed, int events) {
        return history(events, new RandomFigures(new Random(seed))::next);
    }

    /** Its beginning, and then so many events of every stream that is read. */
    public static List<DomainEvent> ofAll(long seed, int events) {
        Random random = new Random(seed);
        RandomFigures figures = new RandomFigures(random);
        RandomAffairs affairs = new RandomAffairs(random);
        return history(events, () -> random.nextBoolean() ? affairs.next() : figures.next());
    }

    private static List<DomainEvent> history(int events, Supplier<DomainEvent> next) {
        List<DomainEvent> history = new ArrayList<>(SmallCountry.beginning());
        for (int i = 0; i < events; i++) {
            history.add(next.get());
        }
        return history;
    }
}
