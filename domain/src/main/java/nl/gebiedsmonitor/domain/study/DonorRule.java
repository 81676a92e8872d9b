package nl.gebiedsmonitor.domain.study;

import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * By what comparison gebieden are found; all that is stated must hold. The treated, what lies in them and what they lie in
 * are never found.
 *
 * @param type of this type
 * @param within inside one of these; anywhere when empty
 * @param signatoriesOf in another gemeente than those of the treated, whose signature of this manifest stands; nobody signed
 *     one that was withdrawn
 * @param classes with a score of its own figures in these classes
 * @param withoutMeasureOf without a measure of this opgave, in it, around it or inside it
 */
public record DonorRule(
        GebiedType type,
        List<GebiedCode> within,
        @Nullable ManifestSlug signatoriesOf,
        @Nullable Classes classes,
        @Nullable Opgave withoutMeasureOf) {

    public static final ListRule WITHIN = ListRule.atMost(400, "donor-within", "within", "gebieden to look in");

    /**
     * The classes of a score model, from one up to and including another.
     *
     * @param period of the score
     */
    public record Classes(ModelKey model, Period period, int from, int to) {

        /** @throws InvalidValue when the classes are not in order, or below 1 */
        public Classes {
            if (from < 1 || to < from) {
                throw new InvalidValue(
                                "classes-in-order",
                                from + " to " + to,
                                "Classes run from a low to a high one, 1 or more.")
                        .inField("to");
            }
        }
    }

    /** @throws InvalidValue when there are too many gebieden to look in */
    public DonorRule {
        within = WITHIN.read(within).stream().sorted().toList();
    }
}
