package nl.gebiedsmonitor.api.observation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import nl.gebiedsmonitor.domain.observation.Outcome;
import nl.gebiedsmonitor.domain.observation.Receipt;
import org.springframework.stereotype.Component;

/** Counts observations by what became of them: {@code gebiedsmonitor.observations}, by {@code outcome}. */
@Component
class ObservationMeters {

    private static final String NAME = "gebiedsmonitor.observations";

    private final MeterRegistry meters;

    ObservationMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Receipt receipt) {
        count("accepted", receipt.accepted());
        count("unchanged", receipt.unchanged());
        count("revised", receipt.revised());
        count("rejected", receipt.rejected());
        count("missing", receipt.missing());
    }

    /** Of a delivery that was refused, nothing counts but what it was refused for. */
    void countRejected(Receipt receipt) {
        count("rejected", receipt.rejected());
    }

    void count(Outcome outcome) {
        count(outcome == Outcome.RECORDED ? "accepted" : outcome.name().toLowerCase(Locale.ROOT), 1);
    }

    private void count(String outcome, long observations) {
        meters.counter(NAME, "outcome", outcome).increment((double) observations);
    }
}
