package nl.gebiedsmonitor.projections.eventlog;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation.Kind;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.gebied.ShareBasis;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.study.Donors.Excluded.Why;
import nl.gebiedsmonitor.domain.study.MissingRule;
import nl.gebiedsmonitor.domain.study.Relevance;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which every event is stored for ever: in {@code events/manifest-signed.json} filled as far as it could be
 * when it was first stored, in {@code events/gebied-closed.widened.json} with what may be in it since, and in
 * {@code events/manifest-endorsed.bare.json} without what may be absent. No run writes these files: what differs from
 * them is a change of what stands in every log, and wants an upcaster.
 */
class StoredFormTest {

    private static final String BARE = ".bare";
    private static final String WIDENED = ".widened";

    private final EventSerializer serializer = new EventSerializer();

    @Test
    void every_event_has_a_file_and_every_file_an_event() throws IOException {
        assertThat(files()).isEqualTo(samples().map(Sample::file).collect(toSet()));
        assertThat(EventSamples.full().stream().map(event -> EventNames.nameOf(event.getClass())))
                .containsExactlyInAnyOrderElementsOf(EventNames.all());
    }

    @Test
    void an_event_with_a_part_that_may_be_absent_has_a_bare_file() {
        Set<String> bare = EventSamples.bare().stream()
                .map(event -> EventNames.nameOf(event.getClass()))
                .collect(toSet());
        assertThat(EventSamples.full().stream()
                        .map(DomainEvent::getClass)
                        .filter(StoredFormTest::mayLackAPart)
                        .map(EventNames::nameOf))
                .isSubsetOf(bare);
    }

    @Test
    void a_sample_has_all_that_may_be_absent_and_a_bare_one_nothing_of_it() {
        Set<Class<?>> widened =
                EventSamples.widened().stream().map(DomainEvent::getClass).collect(toSet());
        assertThat(Stream.concat(
                        EventSamples.widened().stream(),
                        EventSamples.full().stream().filter(event -> !widened.contains(event.getClass()))))
                .allSatisfy(event -> assertThat(partsThatMayBeAbsent(event)).allMatch(Optional::isPresent));
        assertThat(EventSamples.bare())
                .allSatisfy(event -> assertThat(partsThatMayBeAbsent(event)).noneMatch(Optional::isPresent));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_stored_as_its_file_says(Sample sample) throws IOException {
        SerializedObject<byte[]> stored = serializer.serialize(sample.event(), byte[].class);
        assertThat(asFile(stored)).isEqualTo(Files.readString(sample.path()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_file_reads_back_as_the_event(Sample sample) throws IOException {
        JsonNode file = JsonMapper.shared().readTree(Files.readString(sample.path()));
        var stored = new SimpleSerializedObject<>(
                file.get("payload").toString().getBytes(StandardCharsets.UTF_8),
                byte[].class,
                new SimpleSerializedType(
                        file.get("type").asString(), file.get("revision").asString()));
        assertThat(serializer.<byte[], DomainEvent>deserialize(stored)).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("words")
    void the_words_that_events_are_stored_with_do_not_change(Class<? extends Enum<?>> type, List<String> words) {
        assertThat(Arrays.stream(type.getEnumConstants())
                        .map(constant -> new String(
                                serializer.serialize(constant, byte[].class).getData(), StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(
                        words.stream().map(word -> '"' + word + '"').toList());
    }

    static Stream<Sample> samples() {
        return Stream.of(
                        EventSamples.full().stream().map(event -> new Sample(event, "")),
                        EventSamples.widened().stream().map(event -> new Sample(event, WIDENED)),
                        EventSamples.bare().stream().map(event -> new Sample(event, BARE)))
                .flatMap(samples -> samples);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                words(CompositionStatus.class, "ESTABLISHED", "INDICATIVE"),
                words(GebiedType.class, "LAND", "PROVINCIE", "GEMEENTE", "WIJK", "BUURT", "PC4", "FOCUS"),
                words(ShareBasis.class, "ADDRESSES", "INHABITANTS"),
                words(Frequency.class, "YEAR", "HALF_YEAR", "QUARTER", "MONTH", "SCHOOL_YEAR"),
                words(Polarity.class, "HIGHER_IS_BETTER", "LOWER_IS_BETTER", "NEUTRAL"),
                words(ObsStatus.class, "FINAL", "PROVISIONAL", "ESTIMATED", "MISSING"),
                words(MissingReason.class, "NOT_PUBLISHED", "SUPPRESSED", "NOT_APPLICABLE"),
                words(
                        Opgave.class,
                        "ONDERWIJSACHTERSTANDEN",
                        "TOELEIDING_NAAR_WERK",
                        "SCHULDHULPVERLENING",
                        "KINDEREN_EN_JONGEREN",
                        "ONDERMIJNING_EN_LEEFBAARHEID"),
                words(Estimator.class, "BEFORE_AFTER", "ITS", "DID", "CS", "SC", "SDID"),
                words(Solver.class, "REFERENCE", "EXACT"),
                words(Inference.class, "NONE", "ANALYTIC", "PLACEBO", "JACKKNIFE", "BOOTSTRAP"),
                words(MissingRule.class, "REFUSE", "DROP_GEBIEDEN", "DROP_PERIODS"),
                words(Relevance.class, "RELEVANT", "DETECTED", "NEGLIGIBLE", "INCONCLUSIVE", "NOT_ASSESSED"),
                words(Why.class, "TREATED", "NEIGHBOUR", "SAME_MEASURE", "OTHER_MEASURE"),
                words(Kind.class, "SIMPLE", "DYNAMIC", "GROUP", "CALENDAR"),
                words(
                        Concern.Kind.class,
                        "INFERENCE",
                        "NOT_TESTABLE",
                        "SOLVER",
                        "NO_COMPARISON",
                        "PRE_FIT",
                        "PRE_TREND",
                        "IN_TIME_PLACEBO",
                        "LEAVE_ONE_OUT",
                        "FEW_PERIODS",
                        "FEW_CONTROLS",
                        "OVERLAP",
                        "SPILL_OVER",
                        "OTHER_MEASURES",
                        "COMPOSITION_BREAK",
                        "DROPPED_CELLS"));
    }

    private static Arguments words(Class<? extends Enum<?>> type, String... words) {
        return Arguments.of(type, List.of(words));
    }

    /** An event and the file that holds its stored form. */
    record Sample(DomainEvent event, String variant) {

        String file() {
            return EventNames.nameOf(event.getClass()) + variant + ".json";
        }

        Path path() {
            return directory().resolve(file());
        }

        @Override
        public String toString() {
            return file();
        }
    }

    private static String asFile(SerializedObject<byte[]> stored) {
        return """
                {
                "type": "%s",
                "revision": "%s",
                "payload": %s
                }
                """.formatted(
                        stored.getType().getName(),
                        stored.getType().getRevision(),
                        new String(stored.getData(), StandardCharsets.UTF_8));
    }

    private static boolean mayLackAPart(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> isNullable(component) || mayLackAPart(component.getType()));
    }

    private static Stream<Optional<Object>> partsThatMayBeAbsent(Object whole) {
        return Arrays.stream(whole.getClass().getRecordComponents()).flatMap(component -> {
            Object part = valueOf(component, whole);
            if (isNullable(component)) {
                return Stream.of(Optional.ofNullable(part));
            }
            return part instanceof Record ? partsThatMayBeAbsent(part) : Stream.empty();
        });
    }

    private static @Nullable Object valueOf(RecordComponent component, Object whole) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        }
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(StoredFormTest.class.getResource("/events"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
