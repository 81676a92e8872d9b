package nl.gebiedsmonitor.domain.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;

/**
 * The identity of a series: an indicator and a region, written {@code LBM-AFW/GM0202}.
 *
 * <p>The region is the gemeente that a wijk or buurt lies in, the first two digits of a PC4, and above the gemeente the
 * gebied itself. So gemeenten write beside each other, and no series grows beyond some thousands of figures.
 */
public record SeriesId(IndicatorCode indicator, String region) implements Comparable<SeriesId> {

    /** @throws InvalidValue when the region is not that of any gebied */
    public SeriesId {
        if (!isRegionOfPc4(region) && !isRegionOfItsOwn(region)) {
            throw new InvalidValue(
                    "series-id", indicator + "/" + region, "A series is of a region, such as GM0202, 68 or NL.");
        }
    }

    public static SeriesId of(IndicatorCode indicator, GebiedCode gebied) {
        return new SeriesId(indicator, regionOf(gebied));
    }

    private static String regionOf(GebiedCode gebied) {
        String code = gebied.value();
        return switch (gebied.type()) {
            case PC4 -> code.substring(0, 2);
            case LAND, PROVINCIE, GEMEENTE, WIJK, BUURT, FOCUS ->
                gebied.gemeente().map(GebiedCode::value).orElse(code);
        };
    }

    private static boolean isRegionOfPc4(String region) {
        return region.length() == 2
                && region.charAt(0) >= '1'
                && region.charAt(0) <= '9'
                && region.charAt(1) >= '0'
                && region.charAt(1) <= '9';
    }

    private static boolean isRegionOfItsOwn(String region) {
        try {
            return regionOf(new GebiedCode(region)).equals(region);
        } catch (InvalidValue invalid) {
            return false;
        }
    }

    /**
     * Reads the written form.
     *
     * @throws InvalidValue when the text is not an indicator code, a slash and a region
     */
    @JsonCreator
    public static SeriesId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new InvalidValue("series-id", text, "A series is named by an indicator, a slash and a region.");
        }
        return new SeriesId(new IndicatorCode(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(SeriesId other) {
        int byIndicator = indicator.compareTo(other.indicator);
        return byIndicator != 0 ? byIndicator : region.compareTo(other.region);
    }

    @JsonValue
    @Override
    public String toString() {
        return indicator + "/" + region;
    }
}
