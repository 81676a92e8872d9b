package nl.gebiedsmonitor.api.sdmx;

import java.util.List;

/** The parts that an observation has in SDMX, in the order of the data structure. */
enum Component {
    INDICATOR("Indicator", "Indicator"),
    GEBIED("Gebied", "Area"),
    TIME_PERIOD("Periode", "Time period"),
    OBS_VALUE("Waarde", "Observation value"),
    UNIT_MEASURE("Eenheid", "Unit of measure"),
    OBS_STATUS("Status", "Observation status");

    private final String nl;
    private final String en;

    Component(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    Text title() {
        return new Text(nl, en);
    }

    /** The URN of the concept that this part stands for. */
    String concept() {
        return Artefact.CONCEPT_SCHEME.urnOf("conceptscheme.Concept", name());
    }

    /** Where it stands in the data structure, from 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }
}
