package nl.gebiedsmonitor.projections.gebied;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;

/** Long lists of codes, some at a time: a statement takes only so many parameters. */
final class CodeBatches {

    private static final int CODES_PER_QUERY = 500;

    private CodeBatches() {}

    /**
     * Puts a question about some codes at a time, each code once.
     *
     * @param question takes the places for them, {@code ?, ?}, and the codes
     */
    static void forEach(Collection<GebiedCode> codes, BiConsumer<String, List<String>> question) {
        List<String> all =
                codes.stream().map(GebiedCode::value).distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += CODES_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(from + CODES_PER_QUERY, all.size()));
            question.accept(String.join(", ", Collections.nCopies(some.size(), "?")), some);
        }
    }
}
