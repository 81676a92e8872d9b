package nl.gebiedsmonitor.api.impact;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.gebiedsmonitor.api.tabular.CsvRows;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.impact.Impact;
import nl.gebiedsmonitor.domain.impact.MonteCarlo;
import nl.gebiedsmonitor.domain.impact.Sensitivity;
import nl.gebiedsmonitor.domain.impact.Valuation;
import org.jspecify.annotations.Nullable;

/** The results of an impact analysis as a CSV file of one number a row. */
final class ImpactCsv {

    private final CsvRows csv;

    private ImpactCsv(CsvRows csv) {
        this.csv = csv;
    }

    static void write(Impact impact, CsvStyle style, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvRows csv = new CsvRows(response.getOutputStream(), style);
        csv.header(List.of("section", "part", "name", "figure", "value"));
        ImpactCsv written = new ImpactCsv(csv);
        written.add("expected", impact.expected());
        if (impact.realised() != null) {
            written.add("realised", impact.realised());
        }
        for (Sensitivity sensitivity : impact.sensitivity()) {
            written.add("sensitivity", "assumption", sensitivity.assumption(), "low", sensitivity.low());
            written.add("sensitivity", "assumption", sensitivity.assumption(), "high", sensitivity.high());
        }
        if (impact.bandwidth() != null) {
            written.add(impact.bandwidth());
        }
        csv.flush();
    }

    private void add(String section, Valuation valuation) {
        add(section, "total", "", "netPresentValue", valuation.netPresentValue());
        add(section, "total", "", "costs", valuation.costs());
        add(section, "total", "", "benefits", valuation.benefits());
        add(section, "total", "", "benefitCostRatio", valuation.benefitCostRatio());
        add(section, "total", "", "paybackYear", valuation.paybackYear());
        valuation.stakeholders().forEach(share -> add(section, "stakeholder", share));
        valuation.effects().forEach(share -> add(section, "effect", share));
        valuation.years().forEach(year -> {
            String number = Integer.toString(year.year());
            add(section, "year", number, "cashFlow", year.cashFlow());
            add(section, "year", number, "presentValue", year.presentValue());
            add(section, "year", number, "cumulative", year.cumulative());
        });
    }

    private void add(String section, String part, Valuation.Share share) {
        add(section, part, share.name(), "costs", share.costs());
        add(section, part, share.name(), "benefits", share.benefits());
        add(section, part, share.name(), "net", share.net());
    }

    private void add(MonteCarlo bandwidth) {
        add("bandwidth", "total", "", "draws", bandwidth.draws());
        add("bandwidth", "total", "", "mean", bandwidth.mean());
        add("bandwidth", "total", "", "standardDeviation", bandwidth.standardDeviation());
        add("bandwidth", "total", "", "low", bandwidth.low());
        add("bandwidth", "total", "", "median", bandwidth.median());
        add("bandwidth", "total", "", "high", bandwidth.high());
        add("bandwidth", "total", "", "shareAboveZero", bandwidth.shareAboveZero());
    }

    private void add(String section, String part, String name, String figure, @Nullable Double value) {
        csv.code(section).code(part).text(name).code(figure).number(value).end();
    }

    private void add(String section, String part, String name, String figure, @Nullable Integer value) {
        csv.code(section).code(part).text(name).code(figure).number(value).end();
    }
}
