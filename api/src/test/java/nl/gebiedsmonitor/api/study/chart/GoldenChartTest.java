package nl.gebiedsmonitor.api.study.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenChartTest {

    @ParameterizedTest
    @EnumSource
    void a_chart_stays_as_it_was(ChartKind kind) throws IOException {
        String drawn = new String(
                FindingChart.of(SampleFinding.block(), kind, SampleFinding.DUTCH, ChartSize.USUAL)
                        .orElseThrow()
                        .svg(),
                UTF_8);

        assertThat(drawn.replace("><", ">\n<")).isEqualTo(golden(kind));
    }

    private static String golden(ChartKind kind) throws IOException {
        String name = "/charts/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
        try (InputStream file = Objects.requireNonNull(GoldenChartTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
