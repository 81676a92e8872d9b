package nl.gebiedsmonitor.api.sdmx;

/**
 * How SDMX-CSV is laid out.
 *
 * @param names a column with the name beside every column of codes
 * @param codesWithNames codes and names together, with a colon between them
 * @param seriesKeys a column with the key of the series
 * @param observationKeys a column with the key of the observation
 * @param days the first day of a period for the period itself
 */
record CsvForm(boolean names, boolean codesWithNames, boolean seriesKeys, boolean observationKeys, boolean days) {

    static final CsvForm PLAIN = new CsvForm(false, false, false, false, false);
}
