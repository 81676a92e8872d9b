package nl.gebiedsmonitor.api.study.chart;

/** What a chart of a finding shows. */
public enum ChartKind {

    /** The treated as observed, beside what they would have been without treatment. */
    OBSERVED("There is no chart of the observed course for this estimator: in each period it compares other gebieden."),

    /** The difference of these two in each period, with its interval. */
    GAP("There is no chart of the gap: this finding has no course over the periods."),

    /** The estimates for gebieden that were not treated, with the estimate among them. */
    PLACEBOS(
            "There is no chart of placebos: this finding has none. Ask for inference by placebos, with comparison gebieden."),

    /** The difference by the number of periods since treatment began. */
    EVENT_STUDY("There is no event study: this finding has no course over the periods.");

    private final String absence;

    ChartKind(String absence) {
        this.absence = absence;
    }

    /** Why a finding has no such chart, in a sentence for who asked for it. */
    public String absence() {
        return absence;
    }
}
