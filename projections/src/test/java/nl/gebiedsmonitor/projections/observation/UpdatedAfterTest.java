package nl.gebiedsmonitor.projections.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.projections.RandomHistory;
import nl.gebiedsmonitor.projections.ReadModels;
import nl.gebiedsmonitor.projections.SmallCountry;
import nl.gebiedsmonitor.projections.eventlog.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that is kept by what was updated, time and again, against one that is read whole. */
class UpdatedAfterTest {

    private static final long SEED = 31;
    private static final int EVENTS = 60;
    private static final int FEW = 20_000;
    private static final int NONE = 0;

    /** What is asked for, beside what was updated. */
    private record Question(
            List<GebiedCode> gebieden,
            @Nullable GebiedType type,
            @Nullable GebiedCode within) {

        ObservationFilter after(@Nullable Long position) {
            return new ObservationFilter(List.of(), gebieden, type, within, null, null, position);
        }
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question(List.of(), null, null),
            new Question(SmallCountry.OTHERS.subList(4, 9), null, null),
            new Question(List.of(), GebiedType.BUURT, new GebiedCode("GM0202")));

    @ParameterizedTest
    @EnumSource
    void a_table_that_takes_in_what_was_updated_is_the_table_that_is_read_whole(
            TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofFigures(SEED, EVENTS);
        try (TestLog log = database.open(directory)) {
            log.append(history);
            new ReadModels(log).catchUp();
            for (Question question : QUESTIONS) {
                for (int few : List.of(FEW, NONE)) {
                    follow(question, new ObservationQueries(log.jdbc, few), history.size());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_what_was_updated_hold_each_figure_once_and_in_order(TestDatabase database, @TempDir Path directory) {
        List<DomainEvent> history = RandomHistory.ofFigures(SEED + 1, EVENTS);
        try (TestLog log = database.open(directory)) {
            log.append(history);
            new ReadModels(log).catchUp();
            long after = SmallCountry.beginning().size() + 20L;
            ObservationFilter filter = QUESTIONS.getFirst().after(after);
            for (int few : List.of(FEW, NONE)) {
                ObservationQueries queries = new ObservationQueries(log.jdbc, few);
                List<ObservationView> whole = new ArrayList<>();
                queries.forEach(filter, history.size(), whole::add);
                List<ObservationView> paged = new ArrayList<>();
                List<ObservationView> page;
                do {
                    ObservationKey last = paged.isEmpty() ? null : ObservationKey.of(paged.getLast());
                    page = queries.page(filter, last, 3, history.size());
                    paged.addAll(page);
                } while (!page.isEmpty());
                assertThat(paged).hasSizeGreaterThan(9).isEqualTo(whole);
                assertThat(paged.stream().map(ObservationKey::of)).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    /** Figures never end; only a gebied may leave what is asked for, which is not told. */
    private static void follow(Question question, ObservationQueries queries, long head) {
        Random random = new Random(SEED);
        TreeMap<ObservationKey, ObservationView> kept = new TreeMap<>();
        long position = 0;
        while (position < head) {
            long next = Math.min(head, position + 1 + random.nextInt(9));
            List<ObservationView> updated = new ArrayList<>();
            queries.forEach(question.after(position), next, updated::add);
            updated.forEach(view -> kept.put(ObservationKey.of(view), view));
            position = next;
            TreeMap<ObservationKey, ObservationView> whole = new TreeMap<>();
            queries.forEach(question.after(null), position, view -> whole.put(ObservationKey.of(view), view));
            assertThat(kept).as("at %d of %s", position, question).isEqualTo(whole);
        }
        assertThat(kept.values().stream()
                        .map(ObservationView::status)
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }
}
