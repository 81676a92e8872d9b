package nl.gebiedsmonitor.api.sdmx;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/** Passes on the first and the last observations of each series; it holds one series at a time. */
final class SeriesEnds {

    private final int first;
    private final int last;
    private final Consumer<ObservationView> next;
    private final List<ObservationView> series = new ArrayList<>();

    private SeriesEnds(int first, int last, Consumer<ObservationView> next) {
        this.first = first;
        this.last = last;
        this.next = next;
    }

    /**
     * Only the ends of the series of rows in the order of indicator and gebied; the rows as they are when none are asked.
     *
     * @param first how many of the first; null for none
     * @param last how many of the last; null for none
     */
    static Consumer<Consumer<ObservationView>> of(
            Consumer<Consumer<ObservationView>> rows, @Nullable Integer first, @Nullable Integer last) {
        if (first == null && last == null) {
            return rows;
        }
        return next -> {
            SeriesEnds ends = new SeriesEnds(first == null ? 0 : first, last == null ? 0 : last, next);
            rows.accept(ends::add);
            ends.pass();
        };
    }

    private void add(ObservationView row) {
        if (!series.isEmpty()
                && !(series.getFirst().gebied().equals(row.gebied())
                        && series.getFirst().indicator().equals(row.indicator()))) {
            pass();
        }
        series.add(row);
    }

    private void pass() {
        series.sort(comparing(row -> new Period(row.period())));
        for (int i = 0; i < series.size(); i++) {
            if (i < first || i >= series.size() - last) {
                next.accept(series.get(i));
            }
        }
        series.clear();
    }
}
