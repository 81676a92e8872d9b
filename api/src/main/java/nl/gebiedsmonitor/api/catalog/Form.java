package nl.gebiedsmonitor.api.catalog;

import nl.gebiedsmonitor.api.sdmx.SdmxAddress;

/** The forms in which the figures of an indicator can be downloaded. */
enum Form {
    CSV("CSV", "CSV", "text/csv", "/v1/observations?indicator=%s&format=csv"),
    JSON("JSON, in pages", "JSON", "application/json", "/v1/observations?indicator=%s&format=json"),
    NDJSON(
            "JSON, an observation a line",
            "JSON_L",
            "application/x-ndjson",
            "/v1/observations?indicator=%s&format=ndjson"),
    JSON_STAT("JSON-stat 2.0", "JSON", "application/json", "/v1/observations?indicator=%s&format=json-stat"),
    PARQUET(
            "Apache Parquet",
            "PARQUET",
            "application/vnd.apache.parquet",
            "/v1/observations?indicator=%s&format=parquet"),
    SDMX_CSV("SDMX-CSV 2.0", "CSV", "text/csv", SdmxAddress.ofIndicator("csv")),
    SDMX_JSON("SDMX-JSON 2.0", "JSON", "application/json", SdmxAddress.ofIndicator("json"));

    private final String title;
    private final String fileType;
    private final String mediaType;
    private final String path;

    Form(String title, String fileType, String mediaType, String path) {
        this.title = title;
        this.fileType = fileType;
        this.mediaType = mediaType;
        this.path = path;
    }

    String title() {
        return title;
    }

    String fileType() {
        return Vocabulary.fileType(fileType);
    }

    String mediaType() {
        return Vocabulary.mediaType(mediaType);
    }

    /** Whether one answer holds all figures. */
    boolean isWhole() {
        return this != JSON;
    }

    boolean isSdmx() {
        return this == SDMX_CSV || this == SDMX_JSON;
    }

    /** Where all figures of an indicator are. */
    String address(String base, String indicator) {
        return base + path.formatted(indicator);
    }
}
