package nl.gebiedsmonitor.projections.observation;

/** The place of an observation in the order of all. */
public record ObservationKey(String indicator, String gebied, String period) {

    public static ObservationKey of(ObservationView view) {
        return new ObservationKey(view.indicator(), view.gebied(), view.period());
    }
}
