package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of units or periods, numbered as they are first seen. */
final class Labels {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** Forms that are in order of time when they are in order of their text, as long as all are of one shape. */
    private static final Pattern DATED =
            Pattern.compile("[0-9]{4}(-H[12]|-Q[1-4]|-W[0-9]{2}|-[0-9]{2}|-[0-9]{2}-[0-9]{2}|/[0-9]{4})");

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
                .filter(name -> !DATED.matcher(name).matches() || !shape(name).equals(shape(names.getFirst())))
                .findFirst();
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
