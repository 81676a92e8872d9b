package nl.gebiedsmonitor.projections.observation;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/** The place of an observation in the order of all. */
public record ObservationKey(String indicator, String gebied, String period) implements Comparable<ObservationKey> {

    private static final Comparator<ObservationKey> ORDER = comparing(ObservationKey::indicator)
            .thenComparing(ObservationKey::gebied)
            .thenComparing(ObservationKey::period);

    public static ObservationKey of(ObservationView view) {
        return new ObservationKey(view.indicator(), view.gebied(), view.period());
    }

    @Override
    public int compareTo(ObservationKey other) {
        return ORDER.compare(this, other);
    }
}
