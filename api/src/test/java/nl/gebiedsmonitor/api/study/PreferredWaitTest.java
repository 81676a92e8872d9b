package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferredWaitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    |2
        ''|2
        wait=5|5
        WAIT = "5"|5
        handling=lenient, wait=0|0
        wait=61|60
        wait=9999999|2
        wait=-1|2
        awaiting=5|2
        respond-async|0
        Respond-Async|0
        respond-async, wait=10|10
        x-respond-asynchronously|2
        """)
    void seconds_are_taken_from_what_is_preferred(@Nullable String prefer, long seconds) {
        assertThat(PreferredWait.of(prefer)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
