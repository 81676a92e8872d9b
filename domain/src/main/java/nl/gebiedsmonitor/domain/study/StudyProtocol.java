package nl.gebiedsmonitor.domain.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/**
 * A design with the donors that were found for it, as a text that two people can read and compare: one statement a line, in
 * a fixed order, in UTF-8. Its SHA-256 is what a registration is known by, so that anyone can see that nothing was changed.
 */
public final class StudyProtocol {

    private final List<String> lines = new ArrayList<>();

    private StudyProtocol() {}

    /** The text, each line of it ended by a line feed. */
    public static String text(StudyId id, StudyDesign design, List<GebiedCode> donors) {
        StudyProtocol protocol = new StudyProtocol();
        protocol.line("effect study", id);
        protocol.line("title", design.title());
        protocol.line("question", design.question());
        protocol.line("kennisinstelling", design.kennisinstelling());
        protocol.line("gemeente", design.gemeente());
        design.measures().forEach(measure -> protocol.line("measure", measure));
        design.outcomes()
                .forEach(outcome -> protocol.line(
                        "outcome", outcome.indicator() + ", smallest effect of interest " + outcome.smallestEffect()));
        design.treated().forEach(treated -> protocol.line("treated", treated.gebied() + " from " + treated.from()));
        design.periods().forEach(period -> protocol.line("period", period));
        protocol.pool(design.donors());
        donors.forEach(donor -> protocol.line("comparison gebied", donor));
        protocol.estimation(design.estimation());
        design.plannedReadings().forEach(day -> protocol.line("planned reading", day));
        return String.join("\n", protocol.lines) + "\n";
    }

    /** The SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void pool(DonorPool pool) {
        DonorRule rule = pool.rule();
        if (rule != null) {
            line("comparison type", rule.type());
            rule.within().forEach(gebied -> line("comparison within", gebied));
            line("comparison signatories of", rule.signatoriesOf());
            DonorRule.Classes classes = rule.classes();
            line(
                    "comparison classes",
                    classes == null
                            ? null
                            : classes.from() + " to " + classes.to() + " of " + classes.model() + " in "
                                    + classes.period());
            line("comparison without measure of", rule.withoutMeasureOf());
        }
        line("comparison with neighbours", pool.neighbours());
    }

    private void estimation(EstimationSettings settings) {
        settings.estimators().forEach(estimator -> line("estimator", estimator));
        line("solver", settings.solver());
        line("inference", settings.inference());
        line("replications", settings.replications());
        line("seed", settings.seed());
        line("missing figures", settings.missing());
    }

    /** What is not stated has no line; a line feed within a text is written as {@code \n}, a backslash as two. */
    private void line(String name, @Nullable Object value) {
        if (value != null) {
            lines.add(name + ": "
                    + value.toString()
                            .replace("\\", "\\\\")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"));
        }
    }
}
