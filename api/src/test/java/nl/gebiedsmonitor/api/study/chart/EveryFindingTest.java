package nl.gebiedsmonitor.api.study.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.w3c.dom.Element;

class EveryFindingTest {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(e-?[0-9]+)?", Pattern.CASE_INSENSITIVE);

    @Property(tries = 150)
    void is_drawn_within_the_picture_or_not_at_all(
            @ForAll ChartKind kind,
            @ForAll("values") double estimate,
            @ForAll @Size(max = 50) List<@From("values") Double> values,
            @ForAll("values") double reach) {
        List<PathPoint> path = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            double value = values.get(place);
            path.add(new PathPoint("" + (2000 + place), place - 1, value, -value, value, value - reach, value + reach));
        }

        FindingChart.of(SampleFinding.of(estimate, path, values), kind, SampleFinding.DUTCH, ChartSize.USUAL)
                .ifPresent(EveryFindingTest::check);
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-100, 100),
                Arbitraries.doubles(),
                Arbitraries.of(
                        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e12, 1e12 + 1e-3, -1e100));
    }

    private static void check(FindingChart chart) {
        byte[] bytes = chart.svg();
        assertThat(new String(bytes, UTF_8)).doesNotContain("NaN", "Infinity");
        DrawnSvg svg = new DrawnSvg(bytes);
        for (Element path : svg.all("path")) {
            assertInside(path.getAttribute("d"));
        }
        for (Element circle : svg.all("circle")) {
            assertInside(circle.getAttribute("cx") + " " + circle.getAttribute("cy"));
        }
        assertThat(svg.texts()).anyMatch(text -> text.matches("−?[0-9.,]+(E−?[0-9]+)?"));
    }

    private static void assertInside(String coordinates) {
        assertThat(NUMBER.matcher(coordinates).results().map(MatchResult::group).map(Double::parseDouble))
                .allSatisfy(each -> assertThat(each).isBetween(0.0, 800.0));
    }
}
