package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of units or periods, numbered as they are first seen. */
final class Labels {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

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
        boolean numeric = names.stream().allMatch(name -> NUMBER.matcher(name).matches());
        return names.stream()
                .sorted(
                        numeric
                                ? Comparator.<String>comparingDouble(Double::parseDouble)
                                        .thenComparing(byText)
                                : byText)
                .toList();
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
