package nl.gebiedsmonitor.api.sdmx;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * Which versions are asked for, as SDMX REST 2 has it: {@code 1.0.0}, the wildcards {@code +} (latest stable), {@code ~}
 * (latest) and {@code *} (all), the same after or instead of one part ({@code 1.0+.0}, {@code 1.*.0}), and several by
 * commas. There is one version of everything here, so the three wildcards mean the same.
 */
record VersionQuery(String text) {

    private static final Pattern PART = Pattern.compile("([0-9]{1,6})?([+~*])?");

    private static final String GRAMMAR =
            "(%s)(\\.%s){0,2}(,%s(\\.%s){0,2})*".replace("%s", "(?:[0-9]{1,6}[+~*]?|[+~*])");

    /** @throws InvalidValue when it is none of the forms above */
    VersionQuery {
        if (text.equals("latest")) {
            text = "~";
        }
        if (!text.matches(GRAMMAR)
                || Arrays.stream(text.split(",", -1))
                        .anyMatch(each -> each.replaceAll("[^+~*]", "").length() > 1)) {
            throw new InvalidValue(
                    "version", text, "A version is 1.0.0, + (the latest stable), ~ (the latest) or * (all).");
        }
    }

    /** Whether a version is among those asked for. */
    boolean admits(String version) {
        return Arrays.stream(text.split(",", -1))
                .anyMatch(each -> admits(each.split("\\.", -1), version.split("\\.", -1)));
    }

    private static boolean admits(String[] asked, String[] version) {
        boolean alone = asked.length == 1 && asked[0].matches("[+~*]");
        if (!alone && asked.length != version.length) {
            return false;
        }
        boolean atLeast = false;
        for (int i = 0; i < asked.length; i++) {
            Matcher part = PART.matcher(asked[i]);
            atLeast |= part.matches() && part.group(2) != null;
            int least = part.group(1) == null ? 0 : Integer.parseInt(part.group(1));
            int order = Integer.compare(Integer.parseInt(version[i]), least);
            if (order != 0) {
                return atLeast && order > 0;
            }
        }
        return true;
    }
}
