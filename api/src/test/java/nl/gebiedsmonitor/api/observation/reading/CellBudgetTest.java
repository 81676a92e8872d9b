package nl.gebiedsmonitor.api.observation.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.web.TooBusy;
import nl.gebiedsmonitor.api.web.TooLarge;
import org.junit.jupiter.api.Test;

/** Deliveries together hold no more than the process has room for. */
class CellBudgetTest {

    private static final CsvOptions LONG = new CsvOptions(null, null, null, null, null, null);

    private final CellBudget budget = new CellBudget(12_000);
    private final DeliveryReader reader = new DeliveryReader();

    @Test
    void a_delivery_that_would_not_fit_alone_is_too_large() {
        try (CellBudget.Share share = budget.open()) {
            assertThatThrownBy(() -> read(12_000, share)).isInstanceOf(TooLarge.class);
        }
    }

    @Test
    void a_delivery_that_does_not_fit_beside_another_is_to_come_later_and_then_fits() throws IOException {
        try (CellBudget.Share first = budget.open()) {
            read(6_000, first);
            try (CellBudget.Share second = budget.open()) {
                assertThatThrownBy(() -> read(6_000, second)).isInstanceOf(TooBusy.class);
            }
        }
        try (CellBudget.Share after = budget.open()) {
            assertThat(read(11_000, after).cells()).hasSize(11_000);
        }
    }

    @Test
    void codes_of_rows_that_cannot_be_read_take_room_too() {
        StringBuilder text = new StringBuilder("indicator,gebied,period,value\n");
        for (int i = 0; i < 12_001; i++) {
            text.append("A%d,GM0001,2024,none\n".formatted(i));
        }
        try (CellBudget.Share share = budget.open()) {
            assertThatThrownBy(() ->
                            reader.csv(new ByteArrayInputStream(text.toString().getBytes(UTF_8)), LONG, share))
                    .isInstanceOf(TooLarge.class);
        }
    }

    @Test
    void whoever_finds_no_room_is_told_to_come_back() {
        Product product = Product.on(TestDatabase.H2);
        try (CellBudget.Share all = product.bean(CellBudget.class).open()) {
            assertThatThrownBy(() -> {
                        while (true) {
                            all.takeOne();
                        }
                    })
                    .isInstanceOf(TooLarge.class);
            Answer refused = deliver(product.client());
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
            assertThat(refused.header("Retry-After")).isPresent();
        }
        assertThat(deliver(product.client()).status()).isEqualTo(200);
    }

    private static Answer deliver(Client client) {
        return client.post(
                "/v1/deliveries?dryRun=true",
                "text/csv",
                BodyPublishers.ofString("indicator,gebied,period,value\nNONE,GM0001,2024,1\n"));
    }

    private DeliveryReading read(int rows, CellBudget.Share share) throws IOException {
        String text = "indicator,gebied,period,value\n" + "A,GM0001,2024,1\n".repeat(rows);
        return reader.csv(new ByteArrayInputStream(text.getBytes(UTF_8)), LONG, share);
    }
}
