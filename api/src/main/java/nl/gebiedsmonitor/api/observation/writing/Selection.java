package nl.gebiedsmonitor.api.observation.writing;

import java.util.function.Consumer;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.projections.observation.ObservationView;

/**
 * Observations that are asked for, and how.
 *
 * @param rows gives them to a consumer, by indicator, gebied and period; it may be asked more than once, and gives the same
 * @param changes whether these are only the ones that changed, which take the place of those that a reader has
 * @param position at which they stand
 * @param language of names
 * @param csv how a CSV file is written
 */
public record Selection(
        Consumer<Consumer<ObservationView>> rows, boolean changes, long position, Language language, CsvStyle csv) {}
