package nl.gebiedsmonitor.api.durability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.durability.Request.Fate;
import nl.gebiedsmonitor.api.durability.Request.Figure;
import nl.gebiedsmonitor.api.durability.Request.Row;

/**
 * Writes the requests of one sender. Its figures are its own, so it knows what must become of each row; its series are
 * those of all senders, so they wait for each other.
 */
final class Author {

    private static final int GEMEENTEN = 8;
    private static final int BUURTEN = 5;
    private static final List<String> INDICATORS = List.of("DUUR-A", "DUUR-B", "DUUR-C");
    private static final int FIRST_YEAR = 1900;
    private static final int MOST_ROWS = 150;
    private static final String REVISION = "?revision=true&reason=herzien";

    private final int number;
    private final boolean alone;
    private final Random random;
    private final Map<Figure, Long> held = new HashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private int figuresTold;
    private long valuesTold;

    /** @param alone whether it sends observations one by one, or else deliveries */
    Author(int number, boolean alone, Random random) {
        this.number = number;
        this.alone = alone;
        this.random = random;
    }

    static List<String> indicators() {
        return INDICATORS;
    }

    /** The codes of the gebieden of some authors. */
    static List<String> gebieden(int authors) {
        return IntStream.range(0, authors)
                .boxed()
                .flatMap(author -> IntStream.range(0, GEMEENTEN * BUURTEN)
                        .mapToObj(i -> gebied(author, i % GEMEENTEN, i / GEMEENTEN)))
                .toList();
    }

    Request next() {
        return alone ? nextSingle() : nextDelivery();
    }

    /** Holds from now on what a request told. */
    void acknowledged(Request request) {
        request.fate().recorded().forEach(row -> {
            if (held.put(row.figure(), row.value()) == null) {
                figures.add(row.figure());
            }
        });
    }

    /** Every figure it told and had acknowledged, at its last value. */
    Map<Figure, Long> held() {
        return Map.copyOf(held);
    }

    private Request nextSingle() {
        int choice = figures.isEmpty() ? 0 : random.nextInt(10);
        if (choice < 5) {
            return Request.single("", new Fate(fresh(1), List.of(), List.of(), List.of()));
        }
        List<Row> known = known(1);
        return choice < 9
                ? Request.single(REVISION, new Fate(List.of(), otherwise(known), List.of(), List.of()))
                : Request.single("", new Fate(List.of(), List.of(), known, List.of()));
    }

    private Request nextDelivery() {
        int size = 10 + random.nextInt(MOST_ROWS);
        return switch (figures.isEmpty() ? 0 : random.nextInt(8)) {
            case 0, 1 -> Request.json("", new Fate(fresh(size), List.of(), known(size / 4), List.of()));
            case 2, 3, 4 -> revision(size);
            case 5, 6 -> partial(size);
            default -> Request.csv("", new Fate(List.of(), List.of(), known(size), List.of()));
        };
    }

    private Request revision(int size) {
        List<Row> known = known(size);
        List<Row> revised = otherwise(known.subList(0, known.size() / 2));
        return Request.csv(
                REVISION, new Fate(fresh(size / 2), revised, known.subList(known.size() / 2, known.size()), List.of()));
    }

    private Request partial(int size) {
        List<Row> known = known(size / 2);
        List<Row> finalAlready = otherwise(known.subList(0, known.size() / 2));
        Row nowhere = new Row(new Figure(INDICATORS.getFirst(), "BU99990000", "2024"), nextValue());
        return Request.json(
                "?mode=partial",
                new Fate(
                        fresh(size / 2),
                        List.of(),
                        known.subList(known.size() / 2, known.size()),
                        Stream.concat(Stream.of(nowhere), finalAlready.stream()).toList()));
    }

    private List<Row> fresh(int count) {
        return Stream.generate(() -> new Row(nextFigure(), nextValue()))
                .limit(count)
                .toList();
    }

    private List<Row> known(int count) {
        Set<Figure> chosen = new LinkedHashSet<>();
        for (int i = 0; i < count && !figures.isEmpty(); i++) {
            chosen.add(figures.get(random.nextInt(figures.size())));
        }
        return chosen.stream()
                .map(figure -> new Row(figure, Objects.requireNonNull(held.get(figure))))
                .toList();
    }

    private List<Row> otherwise(List<Row> known) {
        return known.stream().map(row -> new Row(row.figure(), nextValue())).toList();
    }

    private Figure nextFigure() {
        int n = figuresTold++;
        String gebied = gebied(number, n % GEMEENTEN, n / GEMEENTEN % BUURTEN);
        int rest = n / GEMEENTEN / BUURTEN;
        return new Figure(
                INDICATORS.get(rest % INDICATORS.size()),
                gebied,
                Integer.toString(FIRST_YEAR + rest / INDICATORS.size()));
    }

    private long nextValue() {
        return number * 10_000_000L + ++valuesTold;
    }

    private static String gebied(int author, int gemeente, int buurt) {
        return "BU%04d%02d%02d".formatted(gemeente + 1, author, buurt);
    }

    /** What some authors hold together. */
    static Map<Figure, Long> held(List<Author> authors) {
        return authors.stream()
                .flatMap(author -> author.held().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
