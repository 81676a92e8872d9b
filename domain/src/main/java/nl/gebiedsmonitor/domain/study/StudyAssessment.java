package nl.gebiedsmonitor.domain.study;

import java.net.URI;
import java.util.Locale;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * What a kennisinstelling makes of a reading.
 *
 * @param reading the number of the reading
 * @param kennisinstelling who assesses, 1 to 200 characters
 * @param conclusion 1 to 5,000 characters
 * @param evidenceLevel on the Maryland Scientific Methods Scale (Farrington et al., 2002), 1 to 5. Above 3 only a researcher
 *     can say so: no computation derives it
 * @param levelReason why that level
 * @param limitations what the conclusion does not hold for, 1 to 5,000 characters
 * @param publication where it is published; null when it is not
 */
public record StudyAssessment(
        int reading,
        String kennisinstelling,
        String conclusion,
        int evidenceLevel,
        String levelReason,
        String limitations,
        @Nullable String publication) {

    public static final TextRule CONCLUSION = TextRule.manyLines("study-conclusion", "A conclusion is a text", 5000);
    public static final TextRule LIMITATIONS =
            TextRule.manyLines("study-limitations", "The limitations of a study are a text", 5000);
    private static final int LONGEST_ADDRESS = 2000;

    /** @throws InvalidValue when a text does not fit, the level is none of the scale, or the publication no address */
    public StudyAssessment {
        kennisinstelling = StudyDesign.KENNISINSTELLING.read(kennisinstelling);
        conclusion = CONCLUSION.read(conclusion);
        requireLevel(evidenceLevel);
        levelReason = TextRule.REASON.read(levelReason);
        limitations = LIMITATIONS.read(limitations);
        publication = publication == null ? null : requireAddress(publication);
    }

    /**
     * Answers a level of evidence.
     *
     * @throws InvalidValue when it is not 1 to 5
     */
    public static Integer requireLevel(Integer level) {
        if (level < 1 || level > 5) {
            throw new InvalidValue(
                            "evidence-level",
                            level,
                            "The level of evidence is 1 to 5 on the Maryland Scientific Methods Scale.")
                    .inField("evidenceLevel");
        }
        return level;
    }

    /**
     * Answers where something is published.
     *
     * @throws InvalidValue when it is no https or http address
     */
    public static String requireAddress(String text) {
        try {
            URI address = URI.create(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if (text.length() <= LONGEST_ADDRESS
                    && (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, as for every other text that is no address
        }
        throw new InvalidValue("publication", text, "A publication has an address such as https://doi.org/10.1000/182.")
                .inField("publication");
    }
}
