package nl.gebiedsmonitor.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import org.jspecify.annotations.Nullable;

/** Reads the fields of what was posted into values, and gathers all that is wrong with them before it says so. */
public final class Fields {

    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    /** Makes a part of what was given for it, or nothing when any of that is at fault. */
    @FunctionalInterface
    public interface Part<B, T> {
        @Nullable
        T read(B given, Fields fields);
    }

    @FunctionalInterface
    private interface Element<S, T> {
        Field<T> read(String name, @Nullable S given);
    }

    private final List<Fault> faults;
    private final @Nullable Long line;
    private final String path;
    private final int outside;

    public Fields() {
        this(new ArrayList<>(), null, "");
    }

    private Fields(List<Fault> faults, @Nullable Long line, String path) {
        this.faults = faults;
        this.line = line;
        this.path = path;
        this.outside = faults.size();
    }

    /** The same gathering, for the fields of one line. */
    public Fields onLine(long number) {
        return new Fields(faults, number, path);
    }

    /** A value that must be there. */
    public <T> Field<T> required(String name, @Nullable String text, Function<String, T> reading) {
        if (text == null || text.isBlank()) {
            return missing(name, text);
        }
        return optional(name, text, reading);
    }

    /** A value other than a text that must be there. */
    public <S, T> Field<T> requiredValue(String name, @Nullable S given, Function<S, T> reading) {
        return given == null ? missing(name, null) : optional(name, given, reading);
    }

    private <T> Field<T> missing(String name, @Nullable String text) {
        add(new Fault(line, name, text, "required", "The field " + name + " is required."));
        return new Field<>(null);
    }

    /** A value that may be left out. */
    public <S, T> Field<T> optional(String name, @Nullable S given, Function<S, T> reading) {
        if (given == null) {
            return new Field<>(null);
        }
        try {
            return new Field<>(reading.apply(given));
        } catch (InvalidValue invalid) {
            add(Fault.of(line, name, invalid));
        }
        return new Field<>(null);
    }

    /** Values of a list, each of which must be well formed; no list counts as an empty one. */
    public <T> List<T> list(String name, @Nullable List<String> texts, Function<String, T> reading) {
        List<T> values = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            T value = required(name, text, reading).orNull();
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Values of a list of bounded length; of one that is too long or too short, that alone is told. */
    public <T> List<T> list(ListRule rule, @Nullable List<String> texts, Function<String, T> reading) {
        int before = faults.size();
        check(() -> rule.require(texts == null ? List.of() : texts));
        return faults.size() > before ? List.of() : list(rule.field(), texts, reading);
    }

    /** Values of a list of bounded length, each told by its index; no list counts as an empty one. */
    public <S, T> List<T> values(ListRule rule, @Nullable List<@Nullable S> given, Function<S, T> reading) {
        return each(rule, given, (name, value) -> requiredValue(name, value, reading));
    }

    /**
     * A part that has fields of its own, which are told with the path to them.
     *
     * @param reading makes the part of what was given, by {@link #makeIfGood}
     */
    public <B, T> Field<T> part(String name, @Nullable B given, Part<B, T> reading) {
        return new Field<>(given == null ? null : reading.read(given, new Fields(faults, line, path + name + ".")));
    }

    /** A part that must be there. */
    public <B, T> Field<T> requiredPart(String name, @Nullable B given, Part<B, T> reading) {
        return given == null ? missing(name, null) : part(name, given, reading);
    }

    /** The good ones among the parts of a list of bounded length; no list counts as an empty one. */
    public <B, T> List<T> parts(ListRule rule, @Nullable List<@Nullable B> given, Part<B, T> reading) {
        return each(rule, given, (name, part) -> requiredPart(name, part, reading));
    }

    private <S, T> List<T> each(ListRule rule, @Nullable List<@Nullable S> given, Element<S, T> reading) {
        int count = faults.size();
        check(() -> rule.require(given == null ? 0 : given.size()));
        List<T> good = new ArrayList<>();
        if (given != null && faults.size() == count) {
            for (int i = 0; i < given.size(); i++) {
                T value =
                        reading.read(rule.field() + "[" + i + "]", given.get(i)).orNull();
                if (value != null) {
                    good.add(value);
                }
            }
        }
        return good;
    }

    /** Holds values, each of them good in itself, to a rule between them. */
    public void check(Runnable rule) {
        try {
            rule.run();
        } catch (InvalidValue invalid) {
            add(Fault.of(line, null, invalid));
        }
    }

    /**
     * A date, such as {@code 2020-06-16}.
     *
     * @throws InvalidValue when the text is no date, is written in another way, or lies outside 1900 to 2199
     */
    public static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException absent) {
            throw notADate(text);
        }
        throw notADate(text);
    }

    private static InvalidValue notADate(String text) {
        return new InvalidValue("date", text, "A date is written as 2020-06-16, with a year from 1900 to 2199.");
    }

    /**
     * What random draws begin with, so that they can be drawn again.
     *
     * @throws InvalidValue when the text is no whole number of 64 bits
     */
    public static Long seed(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException none) {
            throw new InvalidValue("seed", text, "A seed is a whole number of at most 64 bits, such as 1.");
        }
    }

    /** Reads {@code true} or {@code false}; false when left out. */
    public boolean flag(String name, @Nullable String text) {
        return optional(name, text, value -> {
                    if (!value.equals("true") && !value.equals("false")) {
                        throw new InvalidValue("flag", value, "This is true or false.");
                    }
                    return value.equals("true");
                })
                .or(false);
    }

    /** Reads one of the constants of an enum. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        kebab(type), text, "This is one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** Adds what is wrong with a field, named as it is inside the part that is read. */
    public void add(Fault fault) {
        faults.add(
                path.isEmpty()
                        ? fault
                        : new Fault(fault.line(), at(fault.field()), fault.value(), fault.rule(), fault.detail()));
    }

    private String at(@Nullable String field) {
        return field == null ? path.substring(0, path.length() - 1) : path + field;
    }

    /** What was found wrong so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How much was found wrong so far. */
    public int count() {
        return faults.size();
    }

    public boolean areGood() {
        return faults.isEmpty();
    }

    /**
     * Makes something of the values.
     *
     * @throws InputRejected with every fault that was found, now or before
     */
    public <T> T make(Supplier<T> making) {
        T made = faults.isEmpty() ? tryToMake(making) : null;
        if (made == null) {
            throw new InputRejected(faults);
        }
        return made;
    }

    /** Makes something of the values when they are good; otherwise, or when that fails, the faults tell. */
    public <T> @Nullable T tryToMake(Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidValue invalid) {
            add(Fault.of(line, null, invalid));
            return null;
        }
    }

    /** Makes a part of its fields when all of them are good. */
    public <T> @Nullable T makeIfGood(Supplier<T> making) {
        return faults.size() > outside ? null : tryToMake(making);
    }

    private static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A field that was read; it has no value when it was left out or at fault. */
    public record Field<T>(@Nullable T orNull) {

        /** The value, where {@link Fields#make} has made sure that there is one. */
        public T get() {
            if (orNull == null) {
                throw new IllegalStateException("A field is used before it is known to be good");
            }
            return orNull;
        }

        public T or(T other) {
            return orNull == null ? other : orNull;
        }
    }
}
