package nl.gebiedsmonitor.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A product that only a restart can mend says so. */
class LivenessTest {

    @ParameterizedTest
    @EnumSource
    void it_lives_until_nothing_can_be_appended_any_more(TestDatabase database) {
        try (Product product = Product.start(database, "--gebiedsmonitor.sample-data=false")) {
            assertThat(liveness(product).status()).isEqualTo(200);
            product.bean(EventLog.class).close();
            assertThat(liveness(product).status()).isEqualTo(503);
        }
    }

    @Test
    void a_file_that_cannot_be_opened_any_more_is_the_end_and_a_server_that_is_away_is_not() {
        EventLog log = Product.on(TestDatabase.H2).bean(EventLog.class);
        assertThat(health(log, "jdbc:h2:file:/nowhere/to/be/found;IFEXISTS=TRUE"))
                .isEqualTo("DOWN");
        assertThat(health(log, "jdbc:postgresql://127.0.0.1:1/away")).isEqualTo("UP");
    }

    private static Answer liveness(Product product) {
        return product.client().get("/actuator/health/liveness");
    }

    private static String health(EventLog log, String url) {
        JdbcConnectionDetails details = new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "sa";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
        return new EventLogHealthIndicator(log, details).health().getStatus().getCode();
    }
}
