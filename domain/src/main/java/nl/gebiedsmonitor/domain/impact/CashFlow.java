package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.SlugRule;
import nl.gebiedsmonitor.domain.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * One cost or benefit of an approach.
 *
 * @param key by which it is named within its analysis, such as {@code minder-schuldhulp}
 * @param stakeholder who bears or gains it
 * @param effect what it is a cost or benefit of
 * @param fromYear the first year in which it falls; 0 is the base year of the analysis
 * @param toYear the last one
 * @param amount in euro each year; a cost is negative
 * @param low the least that the amount may turn out to be; null when it is taken as certain
 * @param high the most; null when it is taken as certain
 * @param priceLevel the year whose prices the amount is in
 * @param source where the amount comes from
 */
public record CashFlow(
        String key,
        String stakeholder,
        String effect,
        int fromYear,
        int toYear,
        BigDecimal amount,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        int priceLevel,
        String source) {

    public static final TextRule STAKEHOLDER = TextRule.oneLine("stakeholder", "A stakeholder has a name", 100);
    public static final TextRule EFFECT = TextRule.oneLine("effect", "An effect has a name", 200);
    public static final TextRule SOURCE = TextRule.oneLine("cash-flow-source", "A cost or benefit has a source", 300);
    private static final SlugRule KEY = new SlugRule("cash-flow-key", "A cost or benefit has a key");

    /** The last year that may be looked ahead to. */
    static final int LAST_YEAR = 100;

    private static final BigDecimal MOST = new BigDecimal("1e12");

    /** @throws InvalidValue when years or amounts are beyond their bounds or out of order */
    public CashFlow {
        key = readKey(key);
        stakeholder = STAKEHOLDER.read(stakeholder);
        effect = EFFECT.read(effect);
        source = SOURCE.read(source);
        if (fromYear < 0 || toYear > LAST_YEAR || fromYear > toYear) {
            throw new InvalidValue(
                            "cash-flow-years",
                            fromYear + ".." + toYear,
                            "A cost or benefit falls in years from 0 to " + LAST_YEAR
                                    + ", the first not after the last.")
                    .inField("toYear");
        }
        amount = euro(amount);
        requireBandwidth(amount, low, high);
        low = low == null ? null : euro(low);
        high = high == null ? null : euro(high);
        ImpactPlan.requireYear(priceLevel);
    }

    /**
     * Reads a key.
     *
     * @throws InvalidValue when it is none, or stands for something else
     */
    public static String readKey(String key) {
        KEY.require(key);
        if (key.equals(Sensitivity.DISCOUNT_RATE)) {
            throw new InvalidValue("cash-flow-key", key, "This key stands for the discount rate itself.");
        }
        return key;
    }

    /**
     * Holds a year, counted from the base year, to its bounds, 0 to 100.
     *
     * @throws InvalidValue when it lies outside these
     */
    public static Integer requireYear(Integer year) {
        if (year < 0 || year > LAST_YEAR) {
            throw new InvalidValue(
                    "cash-flow-years", year, "A cost or benefit falls in years from 0 to " + LAST_YEAR + ".");
        }
        return year;
    }

    /**
     * An amount without needless decimals, so that equal amounts are equal.
     *
     * @throws InvalidValue when it is beyond its bounds
     */
    public static BigDecimal euro(BigDecimal amount) {
        if (amount.scale() > 6 || amount.abs().compareTo(MOST) > 0) {
            throw new InvalidValue(
                    "amount", amount, "An amount is in euro, at most a million million, with at most 6 decimals.");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void requireBandwidth(BigDecimal amount, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if ((low == null) != (high == null)) {
            throw new InvalidValue("bandwidth", low == null ? high : low, "A bandwidth has both a low and a high end.")
                    .inField(low == null ? "low" : "high");
        }
        if (low != null && high != null) {
            if (low.compareTo(amount) > 0 || high.compareTo(amount) < 0) {
                throw new InvalidValue(
                                "bandwidth",
                                low + ".." + high,
                                "The amount lies within its bandwidth, from low to high.")
                        .inField("low");
            }
        }
    }

    boolean isUncertain() {
        return low != null && high != null && low.compareTo(high) < 0;
    }

    boolean fallsIn(int year) {
        return year >= fromYear && year <= toYear;
    }
}
