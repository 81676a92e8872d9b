package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesIdTest {

    private static final IndicatorCode AFWIJKING = new IndicatorCode("LBM-AFW");

    @ParameterizedTest
    @CsvSource({
        "NL, LBM-AFW/NL",
        "PV25, LBM-AFW/PV25",
        "GM0202, LBM-AFW/GM0202",
        "WK020206, LBM-AFW/GM0202",
        "BU0363AA01, LBM-AFW/GM0363",
        "6828, LBM-AFW/68",
        "SV-ARNHEM-OOST, LBM-AFW/SV-ARNHEM-OOST"
    })
    void a_series_holds_one_indicator_of_one_region(GebiedCode gebied, String written) {
        assertThat(SeriesId.of(AFWIJKING, gebied)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "LBM-AFW", "LBM-AFW/", "/GM0202", "LBM-AFW GM0202"})
    void a_series_is_named_by_an_indicator_a_slash_and_a_region(String text) {
        assertThatThrownBy(() -> SeriesId.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "00", "6828", "68/11", "WK020206", "BU02020601", "gm0202", "GM0202 ", "Arnhem"})
    void what_is_no_region_of_its_own_names_no_series(String region) {
        assertInvalid("series-id", () -> new SeriesId(AFWIJKING, region));
        assertInvalid("series-id", () -> SeriesId.parse("LBM-AFW/" + region));
    }

    @Test
    void series_stand_in_the_order_of_indicator_and_then_region() {
        SeriesId first = SeriesId.parse("LBM-AFW/GM0363");
        SeriesId second = SeriesId.parse("LBM-AFW-2/GM0202");
        SeriesId third = SeriesId.parse("LBM-AFW-2/GM0363");
        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
    }

    @Property(tries = 300)
    void a_series_id_reads_back_as_it_is_written(
            @ForAll("indicators") IndicatorCode indicator, @ForAll("gebieden") GebiedCode gebied) {
        SeriesId series = SeriesId.of(indicator, gebied);
        assertThat(SeriesId.parse(series.toString())).isEqualTo(series);
    }

    @Provide
    Arbitrary<IndicatorCode> indicators() {
        return Arbitraries.of("A", "LBM-AFW", "LBM-AFW-2", "X".repeat(40)).map(IndicatorCode::new);
    }

    @Provide
    Arbitrary<GebiedCode> gebieden() {
        return Arbitraries.oneOf(
                        Arbitraries.of("NL", "SV-ARNHEM-OOST", "SV-68"),
                        Arbitraries.integers().between(0, 99).map("PV%02d"::formatted),
                        Arbitraries.integers().between(0, 9999).map("GM%04d"::formatted),
                        Arbitraries.integers().between(0, 999_999).map("WK%06d"::formatted),
                        Arbitraries.integers().between(0, 99_999_999).map("BU%08d"::formatted),
                        Arbitraries.integers().between(1000, 9999).map(String::valueOf))
                .map(GebiedCode::new);
    }
}
