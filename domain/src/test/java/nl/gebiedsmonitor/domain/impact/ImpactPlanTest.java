package nl.gebiedsmonitor.domain.impact;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static nl.gebiedsmonitor.domain.impact.Plans.STANDARD;
import static nl.gebiedsmonitor.domain.impact.Plans.flow;
import static nl.gebiedsmonitor.domain.impact.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImpactPlanTest {

    @Test
    void what_does_not_fit_together_is_refused() {
        assertInvalid("cash-flow-key-once", () -> plan(STANDARD, flow("a", "x", 0, 0, "1"), flow("a", "x", 1, 1, "2")));
        assertInvalid("within-horizon", () -> plan(STANDARD, flow("a", "x", 0, 11, "1")));
        assertInvalid("cash-flow-years", () -> flow("a", "x", 3, 2, "1"));
        assertInvalid("cash-flow-years", () -> flow("a", "x", -1, 2, "1"));
        assertInvalid("cash-flows", () -> plan(STANDARD));
        assertInvalid("bandwidth", () -> flow("a", "x", 0, 0, "5", "6", "7", 2025));
        assertInvalid("bandwidth", () -> flow("a", "x", 0, 0, "5", "4", null, 2025));
        assertInvalid("amount", () -> flow("a", "x", 0, 0, "1e13"));
        assertInvalid("calendar-year", () -> flow("a", "x", 0, 0, "1", null, null, 20));
        assertInvalid("price-index-stated", () -> plan(STANDARD, flow("a", "x", 0, 0, "1", null, null, 2020)));
        assertInvalid(
                "price-index",
                () -> plan(STANDARD, Map.of(2020, BigDecimal.ZERO), flow("a", "x", 0, 0, "1", null, null, 2020)));
        assertInvalid("discount-rate", () -> new DiscountRate(new BigDecimal("2.25"), "Procenten", null));
    }

    @Test
    void the_standard_rate_is_known_since_2021_and_not_before() {
        DiscountRate standard = DiscountRate.standardOn(LocalDate.of(2021, 1, 1));
        assertThat(standard.rate()).isEqualByComparingTo("0.0225");
        assertThat(standard.inForceSince()).isEqualTo("2021-01-01");
        assertInvalid("discount-rate", () -> DiscountRate.standardOn(LocalDate.of(2020, 12, 31)));
    }
}
