package nl.gebiedsmonitor.projections.indicator;

import java.util.Set;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefined;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorDefinitionRevised;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent.IndicatorRetired;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the definition of each indicator as it stands. */
public final class IndicatorProjection implements Projection {

    static final String NAME = "indicator";

    private final JdbcClient jdbc;

    public IndicatorProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(IndicatorEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        switch ((IndicatorEvent) event.payload()) {
            case IndicatorDefined defined -> write("""
                        insert into indicator (name_nl, name_en, unit, frequency, dimension, polarity, min_value,
                            max_value, decimals, aggregation, source, code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, defined.definition());
            case IndicatorDefinitionRevised revised -> write("""
                        update indicator set name_nl = ?, name_en = ?, unit = ?, frequency = ?, dimension = ?,
                            polarity = ?, min_value = ?, max_value = ?, decimals = ?, aggregation = ?, source = ?
                        where code = ?
                        """, revised.definition());
            case IndicatorRetired retired ->
                jdbc.sql("update indicator set retired_on = ? where code = ?")
                        .params(retired.retiredOn(), retired.code().value())
                        .update();
        }
    }

    private void write(String sql, IndicatorDefinition definition) {
        jdbc.sql(sql)
                .param(definition.nameNl())
                .param(definition.nameEn())
                .param(definition.unit())
                .param(definition.frequency().name())
                .param(definition.dimension())
                .param(definition.polarity().name())
                .param(definition.min())
                .param(definition.max())
                .param(definition.decimals())
                .param(definition.aggregation().rule())
                .param(definition.source())
                .param(definition.code().value())
                .update();
    }
}
