package nl.gebiedsmonitor.api.study.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FindingChartTest {

    @Test
    void what_was_observed_is_solid_and_what_would_have_been_is_dashed() {
        DrawnSvg svg = svg(SampleFinding.block(), ChartKind.OBSERVED, SampleFinding.DUTCH);

        assertThat(svg.lines(Look.TREATED)).singleElement().satisfies(path -> {
            assertThat(DrawnSvg.points(path)).isEqualTo(31);
            assertThat(DrawnSvg.of(path, "stroke-dasharray")).isIn("", "none");
        });
        assertThat(svg.lines(Look.WITHOUT)).singleElement().satisfies(path -> {
            assertThat(DrawnSvg.points(path)).isEqualTo(31);
            assertThat(DrawnSvg.of(path, "stroke-dasharray")).isEqualTo("8,5");
        });
        assertThat(svg.filled("path", Look.TREATED)).hasSize(31);
        assertThat(svg.outlines(Look.WITHOUT)).hasSize(31);
    }

    @Test
    void things_are_named_where_they_are_in_the_language_that_is_asked_for() {
        DrawnSvg dutch = svg(SampleFinding.block(), ChartKind.OBSERVED, SampleFinding.DUTCH);
        DrawnSvg english = svg(SampleFinding.block(), ChartKind.OBSERVED, SampleFinding.ENGLISH);

        assertThat(dutch.texts())
                .contains(
                        "waargenomen",
                        "zonder maatregel",
                        "begin maatregel",
                        "periode",
                        "Verkoop van sigaretten (pakjes per persoon)");
        assertThat(dutch.text())
                .contains("effect −15,6 pakjes per persoon (95%-interval −32,1 tot 0,9; p = 0,077)")
                .contains("38 vergelijkingsgebieden; 19 perioden vooraf, 12 erna.");
        assertThat(dutch.root().getAttribute("xml:lang")).isEqualTo("nl");
        assertThat(english.texts()).contains("observed", "without measure", "measure begins", "period");
        assertThat(english.text())
                .contains("estimated effect −15.6 packs per person (95% interval −32.1 to 0.9; p = 0.077)");
        assertThat(english.root().getAttribute("xml:lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @EnumSource
    void every_estimator_has_a_name_and_a_comparison_of_before_and_after_has_no_effect(Estimator estimator) {
        boolean compared = !estimator.name().equals("BEFORE_AFTER");
        for (ChartKind kind : ChartKind.values()) {
            for (ChartLabels labels : List.of(SampleFinding.DUTCH, SampleFinding.ENGLISH)) {
                FindingChart chart = FindingChart.of(SampleFinding.by(estimator), kind, labels, ChartSize.USUAL)
                        .orElseThrow();
                String svg = new String(chart.svg(), UTF_8);

                assertThat(svg.contains("effect")).isEqualTo(compared);
                assertThat(svg.contains("doelrealisatie")).isNotEqualTo(compared);
                assertThat(svg).doesNotContainPattern("[> ]" + estimator.name() + ":");
            }
        }
    }

    @Test
    void who_cannot_see_the_picture_is_told_what_it_shows() {
        Element root =
                svg(SampleFinding.block(), ChartKind.GAP, SampleFinding.DUTCH).root();

        assertThat(root.getFirstChild().getLocalName()).isEqualTo("title");
        assertThat(root.getFirstChild().getTextContent()).isEqualTo(SampleFinding.DUTCH.title());
        Element description = (Element) root.getFirstChild().getNextSibling();
        assertThat(description.getLocalName()).isEqualTo("desc");
        assertThat(description.getTextContent())
                .startsWith("Verschil per periode, met 95%-interval ·\u00A0Californië. Synthetische")
                .contains("geschat effect −15,6");
        assertThat(root.getAttribute("role")).isEqualTo("img");
    }

    @Test
    void the_gap_lies_in_a_band_beside_the_line_of_no_difference() {
        DrawnSvg svg = svg(SampleFinding.block(), ChartKind.GAP, SampleFinding.DUTCH);

        assertThat(svg.lines(Look.TREATED)).singleElement().satisfies(path -> assertThat(DrawnSvg.points(path))
                .isEqualTo(31));
        assertThat(svg.filled("path", Look.BAND)).singleElement().satisfies(band -> assertThat(DrawnSvg.points(band))
                .isEqualTo(62));
        assertThat(svg.texts()).contains("0", "Waargenomen min zonder maatregel (pakjes per persoon)");
    }

    @Test
    void an_event_study_counts_periods_from_the_first_treated_one() {
        DrawnSvg svg = svg(SampleFinding.block(), ChartKind.EVENT_STUDY, SampleFinding.DUTCH);

        assertThat(svg.filled("path", Look.TREATED)).as("after").hasSize(12);
        assertThat(svg.outlines(Look.TREATED)).as("outlines").hasSize(31);
        assertThat(svg.texts()).contains("−18", "0", "10").doesNotContain("1989");
    }

    @Test
    void staggered_adoption_shows_the_dynamic_effects_and_no_one_course() {
        DrawnSvg svg = svg(SampleFinding.staggered(), ChartKind.EVENT_STUDY, SampleFinding.DUTCH);

        assertThat(svg.filled("path", Look.TREATED)).hasSize(4);
        assertThat(svg.strokes(Look.TREATED))
                .as("seven whiskers with their caps")
                .hasSize(21);
        assertThat(svg.text()).contains("niet toetsbaar");
        assertThat(chart(SampleFinding.staggered(), ChartKind.OBSERVED)).isEmpty();
        assertThat(chart(SampleFinding.staggered(), ChartKind.GAP)).isPresent();
    }

    @Test
    void a_mark_says_between_which_periods_treatment_begins() {
        DrawnSvg svg = svg(SampleFinding.block(), ChartKind.OBSERVED, SampleFinding.DUTCH);

        List<Double> centres = svg.filled("path", Look.TREATED).stream()
                .map(mark -> DrawnSvg.firstX(mark))
                .sorted()
                .toList();
        assertThat(svg.all("line").stream()
                        .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                        .filter(line -> DrawnSvg.of(line, "stroke-dasharray").equals("1.5,4"))
                        .map(line -> Double.parseDouble(line.getAttribute("x1"))))
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(centres.get(18), centres.get(19)));
    }

    @Test
    void years_that_are_not_in_the_panel_leave_room() {
        List<PathPoint> path = new ArrayList<>();
        for (int year : List.of(2002, 2008, 2012, 2014, 2016)) {
            path.add(new PathPoint(String.valueOf(year), year - 2014, 2.0 + year % 5, 1.0, 1.0 + year % 5, null, null));
        }
        DrawnSvg svg = svg(SampleFinding.of(1, path, List.of()), ChartKind.OBSERVED, SampleFinding.DUTCH);

        List<Double> at = svg.filled("path", Look.TREATED).stream()
                .map(DrawnSvg::firstX)
                .sorted()
                .toList();
        double year = (at.get(4) - at.get(0)) / 14;
        assertThat(at.get(1) - at.get(0)).isCloseTo(6 * year, within(0.1));
        assertThat(at.get(2) - at.get(1)).isCloseTo(4 * year, within(0.1));
        assertThat(at.get(3) - at.get(2)).isCloseTo(2 * year, within(0.1));
        assertThat(svg.texts()).contains("2002", "2008", "2012", "2014", "2016");
    }

    @Test
    void placebos_are_counted_in_bars_with_the_estimate_among_them() {
        DrawnSvg svg = svg(SampleFinding.block(), ChartKind.PLACEBOS, SampleFinding.DUTCH);

        assertThat(svg.filled("rect", Look.BAR)).hasSizeBetween(6, 30);
        assertThat(svg.texts()).contains("geschat effect −15,6", "Aantal placebo's");
        assertThat(svg.strokes(Look.TREATED)).singleElement().satisfies(line -> assertThat(
                        DrawnSvg.of(line, "stroke-dasharray"))
                .isEqualTo("14,5"));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_finding_gives_the_same_bytes(ChartKind kind) {
        Finding finding = SampleFinding.block();

        assertThat(chart(finding, kind).orElseThrow().svg())
                .isEqualTo(chart(finding, kind).orElseThrow().svg());
        FindingChart once = chart(finding, kind).orElseThrow();
        assertThat(once.png()).isEqualTo(once.png());
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_has_the_size_that_is_asked_for_and_something_on_it(ChartKind kind) throws IOException {
        for (ChartSize size : List.of(new ChartSize(480, 360), ChartSize.USUAL, new ChartSize(1600, 900))) {
            FindingChart chart = FindingChart.of(SampleFinding.block(), kind, SampleFinding.DUTCH, size)
                    .orElseThrow();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.png()));

            assertThat(image.getWidth()).isEqualTo(size.width());
            assertThat(image.getHeight()).isEqualTo(size.height());
            assertThat(GreyImage.of(image).dark()).isGreaterThan(2_000);
            Element root = new DrawnSvg(chart.svg()).root();
            assertThat(root.getAttribute("width")).isEqualTo(String.valueOf(size.width()));
        }
    }

    @Test
    void in_black_and_white_one_line_is_whole_and_the_other_is_broken() throws IOException {
        double[] level = new double[50];
        Arrays.fill(level, 1);
        Finding finding = SampleFinding.of(1, SampleFinding.path(level), List.of());
        GreyImage grey = GreyImage.of(ImageIO.read(new ByteArrayInputStream(
                chart(finding, ChartKind.OBSERVED).orElseThrow().png())));

        assertThat(grey.rows(row -> row.size() == 1 && row.getFirst() > 400))
                .as("the whole line")
                .isPositive();
        assertThat(grey.rows(
                        row -> row.stream().filter(run -> run >= 7 && run <= 9).count() > 25))
                .as("the broken line")
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void hostile_names_are_read_as_text(ChartKind kind) {
        String hostile = "<script>alert(\"x\")</script> & 'q' ]]> \u0000\uD800\uFFFE <!-- 北京 🙂";
        ChartLabels labels = new ChartLabels(hostile, hostile, hostile, List.of(hostile, hostile), Language.NL);

        DrawnSvg svg = svg(SampleFinding.block(), kind, labels);

        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.root().getFirstChild().getTextContent())
                .isEqualTo("<script>alert(\"x\")</script> & 'q' ]]> \uFFFD\uFFFD\uFFFD <!-- 北京 🙂");
    }

    @ParameterizedTest
    @EnumSource
    void long_names_end_in_dots_and_leave_the_plot_its_room(ChartKind kind) {
        String endless = "x".repeat(5_000);
        ChartLabels labels =
                new ChartLabels(endless, endless, endless, List.of(endless, "b", "c", "d", "e", "f"), Language.NL);

        DrawnSvg svg = svg(SampleFinding.block(), kind, labels);

        assertThat(svg.root().getFirstChild().getTextContent()).hasSize(200).endsWith("…");
        assertThat(svg.texts()).allSatisfy(text -> assertThat(text.length()).isLessThan(130));
    }

    @ParameterizedTest
    @EnumSource
    void a_finding_without_anything_to_show_gives_no_picture(ChartKind kind) {
        assertThat(chart(SampleFinding.of(1, List.of(), List.of()), kind)).isEmpty();
        double[] nothing = {Double.NaN, Double.POSITIVE_INFINITY, 1e200};
        assertThat(chart(SampleFinding.of(Double.NaN, SampleFinding.path(nothing), List.of(Double.NaN)), kind))
                .isEmpty();
        assertThat(kind.absence()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void one_period_and_one_placebo_are_drawn(ChartKind kind) {
        DrawnSvg svg = svg(SampleFinding.of(3, SampleFinding.path(3), List.of(3.0)), kind, SampleFinding.DUTCH);

        assertThat(svg.text()).doesNotContain("begin maatregel");
        assertThat(svg.text()).contains("(geen 95%-interval; niet toetsbaar)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e-9, 1e99, -1e12, 0})
    void an_axis_has_marks_that_differ_however_large_or_small_the_values(double size) {
        Finding finding = SampleFinding.of(
                size, SampleFinding.path(size, 1.5 * size, 2 * size), List.of(size, 2 * size, 2.5 * size));

        for (ChartKind kind : ChartKind.values()) {
            DrawnSvg svg = svg(finding, kind, SampleFinding.DUTCH);
            List<String> marks = svg.texts().stream()
                    .filter(text -> text.matches("−?[0-9.,]+(E−?[0-9]+)?"))
                    .toList();
            assertThat(marks).as(kind + " " + size).hasSizeGreaterThan(3);
            assertThat(svg.texts()).noneMatch(text -> text.length() > 130);
        }
    }

    @Test
    void a_period_that_cannot_be_drawn_leaves_an_opening() {
        Finding finding =
                SampleFinding.of(1, SampleFinding.path(1, 2, Double.NaN, 3, 4, Double.NEGATIVE_INFINITY, 5), List.of());
        byte[] bytes = chart(finding, ChartKind.GAP).orElseThrow().svg();

        assertThat(new DrawnSvg(bytes).lines(Look.TREATED)).singleElement().satisfies(path -> {
            assertThat(DrawnSvg.points(path)).isEqualTo(5);
            assertThat(path.getAttribute("d").chars().filter(letter -> letter == 'M'))
                    .hasSize(3);
        });
        assertThat(new String(bytes, UTF_8)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void a_size_beyond_reason_is_refused_in_words() {
        assertThatThrownBy(() -> new ChartSize(100, 500))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("480 to 2400 pixels wide");
        assertThatThrownBy(() -> new ChartSize(800, 100_000))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("360 to 2400 pixels high");
    }

    private static DrawnSvg svg(Finding finding, ChartKind kind, ChartLabels labels) {
        return new DrawnSvg(FindingChart.of(finding, kind, labels, ChartSize.USUAL)
                .orElseThrow()
                .svg());
    }

    private static Optional<FindingChart> chart(Finding finding, ChartKind kind) {
        return FindingChart.of(finding, kind, SampleFinding.DUTCH, ChartSize.USUAL);
    }
}
