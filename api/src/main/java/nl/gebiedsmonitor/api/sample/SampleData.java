package nl.gebiedsmonitor.api.sample;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.leefbaarheid.ShippedModel;
import nl.gebiedsmonitor.api.observation.reading.CellBudget;
import nl.gebiedsmonitor.api.observation.reading.CsvOptions;
import nl.gebiedsmonitor.api.observation.reading.DeliveryReader;
import nl.gebiedsmonitor.api.observation.reading.DeliveryReading;
import nl.gebiedsmonitor.api.tabular.CsvFile;
import nl.gebiedsmonitor.api.tabular.FaultList;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.PublishManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.SignManifest;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureCommand.RegisterMeasure;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import nl.gebiedsmonitor.projections.eventlog.Acknowledgements;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample on the first start, and finishes it on the next when the first was cut short: every command that was
 * carried out already changes nothing.
 */
@Component
@Order(1)
class SampleData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);

    /** The source of every event of the sample, and the id under which its last answer is kept. */
    private static final String NAME = "sample-data";

    private static final String DIMENSIONS = "afw:LBM-AFW,fys:LBM-FYS,onv:LBM-ONV,soc:LBM-SOC,vrz:LBM-VRZ,won:LBM-WON";

    private record FocusArea(
            GebiedCode code,
            String name,
            GebiedCode parent,
            SortedSet<GebiedCode> members,
            int referenceYear,
            CompositionStatus compositionStatus,
            @Nullable String type) {}

    private record Signature(GebiedCode gemeente, String office, String officeHolder, LocalDate signedOn) {}

    private record PlannedMeasure(
            MeasureId id,
            GebiedCode gebied,
            Opgave opgave,
            String title,
            @Nullable String description,
            LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            String leadOrganisation,
            List<IndicatorCode> targetIndicators) {}

    private final GebiedsmonitorProperties properties;
    private final Commands commands;
    private final CellBudget budget;
    private final EventLog log;
    private final Acknowledgements acknowledgements;
    private final ShippedModel shipped;
    private final JsonMapper json;
    private final DeliveryReader deliveries = new DeliveryReader();

    SampleData(
            GebiedsmonitorProperties properties,
            Commands commands,
            CellBudget budget,
            EventLog log,
            Acknowledgements acknowledgements,
            ShippedModel shipped,
            JsonMapper json) {
        this.properties = properties;
        this.commands = commands;
        this.budget = budget;
        this.log = log;
        this.acknowledgements = acknowledgements;
        this.shipped = shipped;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (properties.sampleData() && isWanted()) {
            LOG.info("Loading the sample data: the manifest of 2020 and the Leefbaarometer of 2024");
            load();
            LOG.info("The sample data is loaded: {} events", log.head());
        }
    }

    /** It is when nobody but the sample itself wrote the first event after those that come with the product. */
    private boolean isWanted() {
        return acknowledgements.byId(NAME).isEmpty()
                && log.after(0, shipped.events() + 1).stream()
                        .filter(event -> !shipped.holds(event))
                        .limit(1)
                        .allMatch(first -> NAME.equals(first.metadata().get("source")));
    }

    private void load() throws IOException {
        for (IndicatorDefinition definition : read("indicators.json", IndicatorDefinition[].class)) {
            send(new DefineIndicator(definition));
        }
        List<Entry> entries = new ArrayList<>(gebieden());
        for (FocusArea area : read("focus-areas.json", FocusArea[].class)) {
            entries.add(new Entry(
                    null,
                    area.code(),
                    area.name(),
                    area.parent(),
                    new Composition(area.members(), area.referenceYear(), area.compositionStatus())));
        }
        send(new RegisterGebieden(entries));
        deliver("leefbaarometer-gemeente-2024.csv.gz", "gm_code");
        deliver("leefbaarometer-buurt-2024.csv.gz", "bu_code");
        PublishManifest manifest = read("manifest.json", PublishManifest.class);
        send(manifest);
        for (Signature signature : read("signatures.json", Signature[].class)) {
            send(new SignManifest(
                    manifest.slug(),
                    signature.gemeente(),
                    signature.office(),
                    signature.officeHolder(),
                    signature.signedOn()));
        }
        for (PlannedMeasure measure : read("measures.json", PlannedMeasure[].class)) {
            send(register(measure));
        }
        acknowledge();
    }

    private static RegisterMeasure register(PlannedMeasure measure) {
        return new RegisterMeasure(
                measure.id(),
                measure.gebied(),
                measure.opgave(),
                new MeasurePlan(
                        measure.title(),
                        measure.description(),
                        measure.plannedFrom(),
                        measure.plannedTo(),
                        measure.leadOrganisation(),
                        measure.targetIndicators()));
    }

    private List<Entry> gebieden() throws IOException {
        FaultList faults = new FaultList(1);
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = open("gebieden.csv")) {
            new CsvFile(in, ',', faults).forEach(new CsvFile.Rows() {
                @Override
                public void row(long line, CsvRecord fields) {
                    entries.add(new Entry(line, new GebiedCode(fields.getField(0)), fields.getField(1), null, null));
                }

                @Override
                public void unreadable() {
                    throw new IllegalStateException("The sample gebieden cannot be read: " + faults.first());
                }
            });
        }
        return entries;
    }

    private void deliver(String file, String gebiedColumn) throws IOException {
        try (InputStream in = new GZIPInputStream(open(file));
                CellBudget.Share share = budget.open()) {
            DeliveryReading reading =
                    deliveries.csv(in, new CsvOptions(gebiedColumn, "jaar", DIMENSIONS, null, null, null), share);
            send(new ReceiveDelivery(
                    UUID.randomUUID().toString(),
                    "Ministerie van BZK, Leefbaarometer 3.0",
                    false,
                    false,
                    null,
                    reading.cells(),
                    reading.faults(),
                    reading.faultCount(),
                    reading.unreadableCells()));
        }
    }

    private void send(Object command) {
        commands.sendOnceCaughtUp(command, NAME);
    }

    /** Keeps that the sample is complete, with a command that changes nothing. */
    private void acknowledge() throws IOException {
        IndicatorDefinition any = read("indicators.json", IndicatorDefinition[].class)[0];
        commands.send(
                new DefineIndicator(any), NAME, Reply.ok(Map.of("loaded", true)).keptAs(NAME));
    }

    private <T> T read(String file, Class<T> type) throws IOException {
        try (InputStream in = open(file)) {
            return json.readValue(in, type);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = SampleData.class.getResourceAsStream("/sample/" + file);
        if (in == null) {
            throw new IOException("The sample lacks " + file);
        }
        return in;
    }
}
