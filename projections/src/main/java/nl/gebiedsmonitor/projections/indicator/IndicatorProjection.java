package nl.gebiedsmonitor.projections.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the definition of each indicator as it stands. */
public final class IndicatorProjection implements Projection {

    public static final String NAME = "indicator";

    private final VersionedTable table;

    public IndicatorProjection(JdbcClient jdbc) {
        this.table = new VersionedTable(jdbc, "indicator", "code");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("indicator");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(IndicatorEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        switch ((IndicatorEvent) event.payload()) {
            case IndicatorDefined defined -> table.put(event.position(), row(defined.definition()));
            case IndicatorDefinitionRevised revised -> table.put(event.position(), row(revised.definition()));
            case IndicatorRetired retired ->
                table.change(
                        event.position(), List.of(retired.code().value()), Map.of("retired_on", retired.retiredOn()));
        }
    }

    private static Map<String, @Nullable Object> row(IndicatorDefinition definition) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("code", definition.code().value());
        row.put("name_nl", definition.nameNl());
        row.put("name_en", definition.nameEn());
        row.put("unit", definition.unit());
        row.put("frequency", definition.frequency().name());
        row.put("dimension", definition.dimension());
        row.put("polarity", definition.polarity().name());
        row.put("min_value", definition.min());
        row.put("max_value", definition.max());
        row.put("decimals", definition.decimals());
        row.put("aggregation", definition.aggregation().rule());
        row.put("source", definition.source());
        row.put("disclosure_threshold", definition.disclosureThreshold());
        return row;
    }
}
