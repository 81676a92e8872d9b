package nl.gebiedsmonitor.api.sdmx;

/** Where figures are found in SDMX, for whoever points there. */
public final class SdmxAddress {

    private SdmxAddress() {}

    /**
     * The path and query of all figures of an indicator, whose code takes the place of {@code %s}.
     *
     * @param format {@code csv} or {@code json}
     */
    public static String ofIndicator(String format) {
        Artefact flow = Artefact.DATAFLOW;
        return String.join("/", DataController.DATA, flow.agency(), flow.id(), flow.version(), "%s") + "?format="
                + format;
    }
}
