package nl.gebiedsmonitor.api.observation.writing;

import java.util.function.Consumer;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.projections.observation.ObservationView;

/**
 * Observations that are asked for, and how.
 *
 * @param rows gives them to a consumer, by indicator, gebied and period; it may be asked more than once, and gives the same
 * @param position at which they stand
 * @param language of names
 * @param csv how a CSV file is written
 */
public record Selection(Consumer<Consumer<ObservationView>> rows, long position, Language language, CsvStyle csv) {}
