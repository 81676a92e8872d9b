package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * By how much an amount counts for less each year that it comes later.
 *
 * @param rate real, a year, as a fraction: 0.0225 is 2.25 %; from -0.05 to 0.25
 * @param source where it is laid down
 * @param inForceSince from which day on; null where that is not stated
 */
public record DiscountRate(
        BigDecimal rate, String source, @Nullable LocalDate inForceSince) {

    public static final TextRule SOURCE = TextRule.oneLine("discount-rate-source", "A discount rate has a source", 300);

    private static final int DECIMALS = 8;
    private static final BigDecimal LOWEST = new BigDecimal("-0.05");
    private static final BigDecimal HIGHEST = new BigDecimal("0.25");

    private static final LocalDate IN_FORCE_SINCE = LocalDate.of(2021, 1, 1);

    private static final DiscountRate STANDARD = new DiscountRate(
            new BigDecimal("0.0225"),
            "Werkgroep discontovoet 2020: standard for the costs and benefits of the government",
            IN_FORCE_SINCE);

    /** @throws InvalidValue when the rate is beyond its bounds, or the source no text */
    public DiscountRate {
        rate = requireRate(rate).stripTrailingZeros();
        source = SOURCE.read(source);
    }

    /**
     * Answers a rate.
     *
     * @throws InvalidValue when it is beyond its bounds
     */
    public static BigDecimal requireRate(BigDecimal rate) {
        if (rate.scale() > DECIMALS || rate.compareTo(LOWEST) < 0 || rate.compareTo(HIGHEST) > 0) {
            throw new InvalidValue(
                    "discount-rate",
                    rate,
                    "A discount rate is a fraction from -0.05 to 0.25 of at most " + DECIMALS
                            + " decimals; 0.0225 is 2.25 %.");
        }
        return rate;
    }

    /**
     * The Dutch standard on a day.
     *
     * @throws InvalidValue when none is known for that day, and one is to be stated
     */
    public static DiscountRate standardOn(LocalDate day) {
        if (day.isBefore(IN_FORCE_SINCE)) {
            throw new InvalidValue(
                    "discount-rate", day, "The standard of before " + IN_FORCE_SINCE + " is not kept here; state it.");
        }
        return STANDARD;
    }

    /** What an amount of a year counts for, as a fraction of it. */
    double factor(int year) {
        return factor(rate.doubleValue(), year);
    }

    static double factor(double rate, int year) {
        return 1 / Math.pow(1 + rate, year);
    }
}
