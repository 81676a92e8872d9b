package nl.gebiedsmonitor.api.sdmx;

import nl.gebiedsmonitor.projections.observation.ObservationView;

/** Writes data row by row, in the order of indicator and gebied, holding no more than which codes there were. */
interface DataWriter {

    void write(ObservationView row);

    /** Writes what comes after the last row. */
    void finish();
}
