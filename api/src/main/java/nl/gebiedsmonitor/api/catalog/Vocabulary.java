package nl.gebiedsmonitor.api.catalog;

import java.util.Locale;
import nl.gebiedsmonitor.domain.indicator.Frequency;

/** The controlled vocabularies that DCAT-AP-NL 3 refers to: those of the EU, IANA and Creative Commons. */
final class Vocabulary {

    private static final String EU = "http://publications.europa.eu/resource/authority/";

    static final String PUBLIC = EU + "access-right/PUBLIC";
    static final String DUTCH = EU + "language/NLD";
    static final String NETHERLANDS = EU + "country/NLD";
    static final String THEMES = EU + "data-theme";
    /** Population and society. */
    static final String SOCIETY = THEMES + "/SOCI";

    private Vocabulary() {}

    static String frequency(Frequency frequency) {
        return EU + "frequency/"
                + switch (frequency) {
                    case YEAR, SCHOOL_YEAR -> "ANNUAL";
                    case HALF_YEAR -> "ANNUAL_2";
                    case QUARTER -> "QUARTERLY";
                    case MONTH -> "MONTHLY";
                };
    }

    static String fileType(String code) {
        return EU + "file-type/" + code;
    }

    static String mediaType(String type) {
        return "http://www.iana.org/assignments/media-types/" + type;
    }

    /** The licence that a source names itself, as in {@code Ministerie van BZK (CC0)}, or else another. */
    static String licence(String source, String otherwise) {
        String text = source.toUpperCase(Locale.ROOT).replace('-', ' ');
        if (text.contains("CC0")) {
            return "http://creativecommons.org/publicdomain/zero/1.0/deed.nl";
        }
        return text.contains("CC BY 4.0") ? "http://creativecommons.org/licenses/by/4.0/deed.nl" : otherwise;
    }
}
