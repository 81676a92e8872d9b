package nl.gebiedsmonitor.api.study.chart;

import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;

/** The words of a chart. A comparison of before and after is never called an effect: it is the doelrealisatie. */
final class Wording {

    private final Finding finding;
    private final ChartLabels labels;
    private final Language language;
    private final ChartNumbers numbers;

    Wording(Finding finding, ChartLabels labels) {
        this.finding = finding;
        this.labels = labels;
        this.language = labels.language();
        this.numbers = new ChartNumbers(language);
    }

    String observed() {
        return language.of("waargenomen", "observed");
    }

    String counterfactual() {
        return beforeAfter()
                ? language.of("gemiddelde vooraf", "mean before")
                : language.of("zonder maatregel", "without measure");
    }

    String difference() {
        if (beforeAfter()) {
            return language.of("Waargenomen min gemiddelde vooraf", "Observed minus mean before");
        }
        return finding.aggregations().isEmpty()
                ? language.of("Waargenomen min zonder maatregel", "Observed minus without measure")
                : language.of("Verschil met de vergelijkingsgebieden", "Difference from the comparison gebieden");
    }

    String periods(boolean relative) {
        return relative
                ? language.of("perioden sinds het begin van de maatregel", "periods since the measure began")
                : language.of("periode", "period");
    }

    String placebos() {
        return language.of("Aantal placebo's", "Number of placebos");
    }

    /** What the estimate is called. */
    String estimate() {
        return beforeAfter() ? "doelrealisatie" : language.of("geschat effect", "estimated effect");
    }

    String estimated(double estimate) {
        return estimate() + " " + numbers.of(estimate, Math.abs(estimate));
    }

    /** What the chart shows, and of which gebieden. */
    String heading(ChartKind kind, boolean intervals) {
        String with = intervals ? language.of(", met 95%-interval", ", with 95% interval") : "";
        String shown =
                switch (kind) {
                    case OBSERVED ->
                        beforeAfter()
                                ? language.of("Waargenomen en gemiddelde vooraf", "Observed and mean before")
                                : language.of("Waargenomen en zonder maatregel", "Observed and without measure");
                    case GAP -> language.of("Verschil per periode", "Difference by period") + with;
                    case PLACEBOS ->
                        language.of(
                                "De schatting naast die voor gebieden zonder maatregel",
                                "The estimate beside those for gebieden without measure");
                    case EVENT_STUDY ->
                        language.of("Verschil naar perioden sinds het begin", "Difference by periods since the start")
                                + with;
                };
        return labels.gebieden().isEmpty() ? shown : shown + " ·\u00A0" + labels.treated();
    }

    /** By what, how much, how surely, and from how much: what belongs under any of the charts. */
    String caption() {
        return estimator(finding.estimator()) + ": " + amount() + " (" + interval() + "; " + test() + "). " + basis();
    }

    private String amount() {
        if (!ChartNumbers.drawable(finding.estimate())) {
            return language.of("geen schatting", "no estimate");
        }
        String unit = labels.unit() == null ? "" : " " + labels.unit();
        return estimate() + " " + numbers.of(finding.estimate(), scale()) + unit;
    }

    private String interval() {
        Interval interval = finding.confidenceInterval();
        if (interval == null || !ChartNumbers.drawable(interval.lower()) || !ChartNumbers.drawable(interval.upper())) {
            return language.of("geen 95%-interval", "no 95% interval");
        }
        return language.of("95%-interval ", "95% interval ")
                + numbers.of(interval.lower(), scale())
                + language.of(" tot ", " to ")
                + numbers.of(interval.upper(), scale());
    }

    private String test() {
        Double chance = finding.pValue();
        return chance == null || !Double.isFinite(chance)
                ? language.of("niet toetsbaar", "cannot be tested")
                : numbers.probability(chance);
    }

    private String basis() {
        String compared = finding.controls() == 0
                ? language.of("Zonder vergelijkingsgebieden", "Without comparison gebieden")
                : count(
                        finding.controls(),
                        "vergelijkingsgebied",
                        "vergelijkingsgebieden",
                        "comparison gebied",
                        "comparison gebieden");
        return compared
                + "; "
                + count(finding.prePeriods(), "periode", "perioden", "period", "periods")
                + language.of(" vooraf, ", " before, ")
                + finding.postPeriods()
                + language.of(" erna.", " after.");
    }

    private String count(int number, String one, String more, String oneEnglish, String moreEnglish) {
        return number + "\u00A0" + (number == 1 ? language.of(one, oneEnglish) : language.of(more, moreEnglish));
    }

    /** The size by which decimals are chosen: of the estimate, unless its interval is far wider. */
    private double scale() {
        Interval interval = finding.confidenceInterval();
        double width = interval == null ? 0 : (interval.upper() - interval.lower()) / 10;
        return Math.max(Math.abs(finding.estimate()), ChartNumbers.drawable(width) ? width : 0);
    }

    private boolean beforeAfter() {
        return finding.estimator() == Estimator.BEFORE_AFTER;
    }

    private String estimator(Estimator estimator) {
        return switch (estimator) {
            case BEFORE_AFTER -> language.of("Voor- en nameting", "Before and after");
            case ITS -> language.of("Onderbroken tijdreeks", "Interrupted time series");
            case DID -> "Difference-in-differences";
            case CS -> language.of("Callaway en Sant'Anna", "Callaway and Sant'Anna");
            case SC -> language.of("Synthetische controle", "Synthetic control");
            case SDID -> language.of("Synthetische difference-in-differences", "Synthetic difference-in-differences");
        };
    }
}
