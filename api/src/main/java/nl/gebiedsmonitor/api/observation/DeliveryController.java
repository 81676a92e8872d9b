package nl.gebiedsmonitor.api.observation;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.gebiedsmonitor.api.observation.reading.CellBudget;
import nl.gebiedsmonitor.api.observation.reading.CsvOptions;
import nl.gebiedsmonitor.api.observation.reading.DeliveryReader;
import nl.gebiedsmonitor.api.observation.reading.DeliveryReading;
import nl.gebiedsmonitor.api.observation.reading.Source;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.observation.DeliveryRejected;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import nl.gebiedsmonitor.domain.observation.Receipt;
import nl.gebiedsmonitor.projections.eventlog.Acknowledgements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes deliveries in, as JSON, NDJSON or CSV, and shows their receipts. */
@RestController
@RequestMapping("/v1/deliveries")
class DeliveryController {

    private final Commands commands;
    private final Acknowledgements acknowledgements;
    private final ObservationMeters meters;
    private final CellBudget budget;
    private final DeliveryReader reader = new DeliveryReader();

    DeliveryController(
            Commands commands, Acknowledgements acknowledgements, ObservationMeters meters, CellBudget budget) {
        this.budget = budget;
        this.commands = commands;
        this.acknowledgements = acknowledgements;
        this.meters = meters;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> json(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String revision,
            @RequestParam(required = false) @Nullable String reason,
            InputStream body)
            throws IOException {
        Terms terms = Terms.read(mode, dryRun, revision, reason, null);
        try (CellBudget.Share share = budget.open()) {
            return receive(terms, reader.json(body, share));
        }
    }

    @PostMapping(consumes = {"application/x-ndjson", "application/jsonl"})
    ResponseEntity<String> ndjson(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String revision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String source,
            InputStream body)
            throws IOException {
        Terms terms = Terms.read(mode, dryRun, revision, reason, source);
        try (CellBudget.Share share = budget.open()) {
            return receive(terms, reader.ndjson(body, share));
        }
    }

    /** A CSV file, long with one observation a row, or wide with one column per indicator. */
    @PostMapping(consumes = "text/csv")
    ResponseEntity<String> csv(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String revision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String gebiedColumn,
            @RequestParam(required = false) @Nullable String periodColumn,
            @RequestParam(required = false) @Nullable String indicators,
            @RequestParam(required = false) @Nullable String gebiedPrefix,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            InputStream body)
            throws IOException {
        Terms terms = Terms.read(mode, dryRun, revision, reason, source);
        CsvOptions options = new CsvOptions(gebiedColumn, periodColumn, indicators, gebiedPrefix, separator, decimal);
        try (CellBudget.Share share = budget.open()) {
            return receive(terms, reader.csv(body, options, share));
        }
    }

    private ResponseEntity<String> receive(Terms terms, DeliveryReading reading) {
        String source = reading.source() == null ? terms.source() : reading.source();
        ReceiveDelivery command = new ReceiveDelivery(
                UUID.randomUUID().toString(),
                source,
                terms.partial() && reading.whole(),
                terms.dryRun(),
                terms.revisionReason(),
                reading.cells(),
                reading.faults(),
                reading.faultCount(),
                reading.unreadableCells());
        AtomicReference<@Nullable Receipt> taken = new AtomicReference<>();
        try {
            ResponseEntity<String> answer = commands.send(command, source, Receipt.class, receipt -> {
                taken.set(receipt);
                return terms.dryRun()
                        ? Reply.ok(receipt)
                        : Reply.created("/v1/deliveries/" + receipt.id(), receipt)
                                .keptAs(receipt.id());
            });
            Receipt receipt = taken.get();
            if (receipt != null && !terms.dryRun()) {
                meters.count(receipt);
            }
            return answer;
        } catch (DeliveryRejected rejected) {
            meters.countRejected(rejected.receipt());
            throw rejected;
        }
    }

    /** The receipt of a delivery, just as it was given. */
    @GetMapping("/{id}")
    ResponseEntity<String> find(@PathVariable String id) {
        return acknowledgements
                .byId(id)
                .map(Acknowledgements.Given::acknowledgement)
                .filter(given -> ("/v1/deliveries/" + id).equals(given.location()))
                .map(given -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(given.body()))
                .orElseThrow(() -> new NotFound("delivery " + id));
    }

    /** On what terms a delivery is sent. */
    private record Terms(
            boolean partial,
            boolean dryRun,
            @Nullable String revisionReason,
            @Nullable String source) {

        static Terms read(
                @Nullable String mode,
                @Nullable String dryRun,
                @Nullable String revision,
                @Nullable String reason,
                @Nullable String source) {
            Fields fields = new Fields();
            if (mode != null && !mode.equals("partial") && !mode.equals("all")) {
                fields.add(new Fault(
                        null, "mode", mode, "mode", "The mode is all (all or nothing) or partial (the good rows)."));
            }
            String revisionReason = RevisionParameters.reason(revision, reason, fields);
            boolean dry = fields.flag("dryRun", dryRun);
            Field<String> from = fields.optional("source", source, Source::named);
            return fields.make(() -> new Terms("partial".equals(mode), dry, revisionReason, from.orNull()));
        }
    }
}
