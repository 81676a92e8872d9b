package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The effects of each group in each period, and what they are averaged to (Callaway and Sant'Anna 2021, section 3). */
final class GroupTimes {

    /** The effect of one group in one period. */
    record Cell(int group, int start, int period, CohortContrast contrast) {

        int sinceStart() {
            return period - start;
        }

        boolean isTreated() {
            return period >= start;
        }
    }

    /** One point of an average. */
    record Point(int key, CohortContrast contrast) {}

    private final Cohorts cohorts;
    private final List<Cell> cells;

    GroupTimes(Cohorts cohorts) {
        this.cohorts = cohorts;
        this.cells = new ArrayList<>();
        for (int group = 0; group < cohorts.groups(); group++) {
            for (int t = 0; t < cohorts.periods(); t++) {
                cells.add(new Cell(group, cohorts.start(group), t, CohortContrast.cell(cohorts, group, t)));
            }
        }
    }

    /** Every group in every period, also before its treatment; in the last of these it is zero by definition. */
    List<Cell> cells() {
        return cells;
    }

    /** Every treated group and period, by size. */
    CohortContrast simple() {
        return bySize(Cell::isTreated);
    }

    /** By how long it is since the start, from the first period before to the last after. */
    List<Point> dynamic() {
        int earliest = -cohorts.start(cohorts.groups() - 1);
        int latest = cohorts.periods() - cohorts.start(0);
        return IntStream.range(earliest, latest)
                .mapToObj(since -> new Point(since, bySize(cell -> cell.sinceStart() == since)))
                .toList();
    }

    /** By group. */
    List<Point> byGroup() {
        return IntStream.range(0, cohorts.groups())
                .mapToObj(group -> new Point(
                        cohorts.start(group),
                        CohortContrast.mean(cells.stream()
                                .filter(cell -> cell.group() == group && cell.isTreated())
                                .map(Cell::contrast)
                                .toList())))
                .toList();
    }

    /** The mean over groups by their size: what the paper takes for the effect of all. */
    CohortContrast overall() {
        return CohortContrast.meanBySize(byGroup().stream().map(Point::contrast).toList(), group -> group);
    }

    /** By period, from the first in which any is treated. */
    List<Point> calendar() {
        return IntStream.range(cohorts.start(0), cohorts.periods())
                .mapToObj(t -> new Point(t, bySize(cell -> cell.period() == t && cell.isTreated())))
                .toList();
    }

    private CohortContrast bySize(Predicate<Cell> which) {
        List<Cell> some = cells.stream().filter(which).toList();
        return CohortContrast.meanBySize(
                some.stream().map(Cell::contrast).toList(), i -> some.get(i).group());
    }
}
