package nl.gebiedsmonitor.domain.effect;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of units or periods, numbered as they are first seen. */
final class Labels {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** Forms that are in order of time when they are in order of their text, as long as all are of one shape. */
    private static final Pattern DATED =
            Pattern.compile("[0-9]{4}-(H[12]|Q[1-4]|W(0[1-9]|[1-4][0-9]|5[0-3])|(0[1-9]|1[0-2]))");

    /** A school year, from one calendar year to the next. */
    private static final Pattern TWO_YEARS = Pattern.compile("([0-9]{4})/([0-9]{4})");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /** The names in order: of their value when all are numbers, otherwise of their text. */
    List<String> inOrder() {
        Comparator<String> byText = Comparator.naturalOrder();
        return names.stream()
                .sorted(
                        areNumbers()
                                ? Comparator.<String>comparingDouble(Double::parseDouble)
                                        .thenComparing(byText)
                                : byText)
                .toList();
    }

    private boolean areNumbers() {
        return names.stream().allMatch(name -> NUMBER.matcher(name).matches());
    }

    /** The first of the names that does not tell where it stands among the others as a time; none when all do. */
    Optional<String> withoutMoment() {
        if (areNumbers()) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> !isDated(name) || !shape(name).equals(shape(names.getFirst())))
                .findFirst();
    }

    private static boolean isDated(String name) {
        Matcher years = TWO_YEARS.matcher(name);
        return DATED.matcher(name).matches()
                || isDay(name)
                || (years.matches() && Integer.parseInt(years.group(2)) == Integer.parseInt(years.group(1)) + 1);
    }

    private static boolean isDay(String name) {
        try {
            return name.length() == "2024-01-31".length() && LocalDate.parse(name) != null;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** Two names of the same number, when all are numbers; none when each is another one. */
    Optional<List<String>> sameMoment() {
        List<String> inOrder = areNumbers() ? inOrder() : List.of();
        for (int i = 1; i < inOrder.size(); i++) {
            if (Double.parseDouble(inOrder.get(i)) == Double.parseDouble(inOrder.get(i - 1))) {
                return Optional.of(inOrder.subList(i - 1, i + 1));
            }
        }
        return Optional.empty();
    }

    private static String shape(String name) {
        return name.replaceAll("[0-9]", "0");
    }

    /** The place in that order of each name, by its number. */
    int[] places(List<String> inOrder) {
        int[] places = new int[inOrder.size()];
        for (int place = 0; place < places.length; place++) {
            places[number(inOrder.get(place))] = place;
        }
        return places;
    }
}
