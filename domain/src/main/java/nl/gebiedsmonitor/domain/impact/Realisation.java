package nl.gebiedsmonitor.domain.impact;

import java.math.BigDecimal;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * What a cost or benefit turned out to be in one year.
 *
 * @param cashFlow the key of the planned one
 * @param year 0 is the base year
 * @param amount in euro
 * @param source where it was measured
 */
public record Realisation(String cashFlow, int year, BigDecimal amount, int priceLevel, String source) {

    /** @throws InvalidValue when the amount is beyond its bounds, or the source no text */
    public Realisation {
        amount = CashFlow.euro(amount);
        source = CashFlow.SOURCE.read(source);
    }
}
