package nl.gebiedsmonitor.domain.effect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The effects of each group in each period, and what they are averaged to (Callaway and Sant'Anna 2021, section 3). */
final class GroupTimes {

    /**
     * One group in one period.
     *
     * @param start the first treated period
     */
    record Cell(int group, int start, int period) {

        boolean isTreated() {
            return period >= start;
        }

        /** Whether it is what the others of the group are compared with. */
        boolean isBase() {
            return period == start - 1;
        }
    }

    /** One point of an average. */
    record Point(int key, CohortContrast contrast) {}

    private final Cohorts cohorts;
    private final Axis axis;
    private final List<Cell> cells;

    GroupTimes(Cohorts cohorts, Axis axis) {
        this.cohorts = cohorts;
        this.axis = axis;
        this.cells = new ArrayList<>();
        for (int group = 0; group < cohorts.groups(); group++) {
            for (int t = 0; t < cohorts.periods(); t++) {
                cells.add(new Cell(group, cohorts.start(group), t));
            }
        }
    }

    /** Every group in every period, also before its treatment; in the last of these the effect is zero by definition. */
    List<Cell> cells() {
        return cells;
    }

    CohortContrast effect(Cell cell) {
        return CohortContrast.cell(cohorts, cell.group(), cell.period());
    }

    /** Every treated group and period, by size. */
    CohortContrast simple() {
        return CohortContrast.meanOfCells(
                cohorts, cells.stream().filter(Cell::isTreated).toList());
    }

    /** By how long it is since the start, in units of the axis, from the first period before to the last after. */
    List<Point> dynamic() {
        return bySinceStart(cell -> true);
    }

    /** Those of {@link #dynamic()} before the start, without the periods that others are compared with. */
    List<Point> before() {
        return bySinceStart(cell -> !cell.isTreated() && !cell.isBase());
    }

    private List<Point> bySinceStart(Predicate<Cell> which) {
        return cells.stream()
                .filter(which)
                .collect(groupingBy(cell -> axis.since(cell.start(), cell.period()), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(some -> new Point(some.getKey(), CohortContrast.meanOfCells(cohorts, some.getValue())))
                .toList();
    }

    /** By group. */
    List<Point> byGroup() {
        return IntStream.range(0, cohorts.groups())
                .mapToObj(group -> new Point(
                        cohorts.start(group),
                        CohortContrast.mean(IntStream.range(cohorts.start(group), cohorts.periods())
                                .mapToObj(t -> CohortContrast.cell(cohorts, group, t))
                                .toList())))
                .toList();
    }

    /** The mean over groups by their size: what the paper takes for the effect of all. */
    static CohortContrast overall(List<Point> byGroup) {
        return CohortContrast.meanBySize(byGroup.stream().map(Point::contrast).toList(), group -> group);
    }

    /** By period, from the first in which any is treated. */
    List<Point> calendar() {
        return IntStream.range(cohorts.start(0), cohorts.periods())
                .mapToObj(t -> new Point(
                        t,
                        CohortContrast.meanOfCells(
                                cohorts,
                                cells.stream()
                                        .filter(cell -> cell.period() == t && cell.isTreated())
                                        .toList())))
                .toList();
    }

    /**
     * By how much effects grow before treatment per unit of the axis: the slope of each group over its own periods, by size, so
     * that no other group comes in between; null where no group has periods enough.
     */
    @Nullable
    CohortContrast trendBefore() {
        int[] groups = IntStream.range(0, cohorts.groups())
                .filter(group -> cohorts.start(group) >= Concerns.COMPARED_PERIODS)
                .toArray();
        return groups.length == 0
                ? null
                : CohortContrast.meanBySize(
                        IntStream.of(groups).mapToObj(this::slopeBefore).toList(), i -> groups[i]);
    }

    private CohortContrast slopeBefore(int group) {
        int start = cohorts.start(group);
        Line line = Line.through(axis, cohorts.means(group), 0, start);
        return CohortContrast.sum(
                IntStream.range(0, start)
                        .mapToObj(t -> CohortContrast.cell(cohorts, group, t))
                        .toList(),
                IntStream.range(0, start)
                        .mapToDouble(t -> line.share(axis.at(t)))
                        .toArray());
    }
}
