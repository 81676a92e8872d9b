package nl.gebiedsmonitor.api.sdmx;

import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * How much of the artefacts is told (the parameter {@code detail} of SDMX REST 2). A stub is what identifies and names an
 * artefact; there are no descriptions here, so that a complete stub is the same.
 *
 * @param ofAsked whether those that are asked for are told in full
 * @param ofOthers whether those that come along are
 */
record Detail(boolean ofAsked, boolean ofOthers) {

    static final Detail FULL = new Detail(true, true);

    /** @throws InvalidValue when the text is none of the words of the standard */
    static Detail parse(String text) {
        return switch (text) {
            case "full", "raw", "referencepartial" -> FULL;
            case "referencestubs", "referencecompletestubs" -> new Detail(true, false);
            case "allstubs", "allcompletestubs" -> new Detail(false, false);
            default ->
                throw new InvalidValue(
                        "detail",
                        text,
                        "A detail is full, allstubs, referencestubs, allcompletestubs, referencecompletestubs,"
                                + " referencepartial or raw.");
        };
    }
}
