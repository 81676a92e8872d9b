package nl.gebiedsmonitor.projections.gebied;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;

/**
 * A stretch of codes that lie together in a key. To look many gebieden up, a few stretches cost less than each by itself,
 * and no database can mistake them for a reason to read everything.
 */
public record CodeRange(GebiedCode first, GebiedCode last) {

    private static final int MOST = 50;

    /** Stretches that hold all these codes, and few others: one a gemeente, or one a type when these are many. */
    public static List<CodeRange> of(Collection<GebiedCode> codes) {
        List<CodeRange> byRegion = grouped(codes, code -> code.type() + region(code));
        return byRegion.size() <= MOST
                ? byRegion
                : grouped(codes, code -> code.type().name());
    }

    private static List<CodeRange> grouped(Collection<GebiedCode> codes, Function<GebiedCode, String> group) {
        Map<String, CodeRange> ranges = new TreeMap<>();
        for (GebiedCode code : codes) {
            ranges.merge(group.apply(code), new CodeRange(code, code), CodeRange::with);
        }
        return new ArrayList<>(ranges.values());
    }

    private static String region(GebiedCode code) {
        return code.gemeente().map(GebiedCode::value).orElseGet(() -> code.value()
                .substring(0, 2));
    }

    private CodeRange with(CodeRange other) {
        return new CodeRange(
                first.compareTo(other.first) <= 0 ? first : other.first,
                last.compareTo(other.last) >= 0 ? last : other.last);
    }
}
