package nl.gebiedsmonitor.api.effect;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.api.tabular.CsvFile;
import nl.gebiedsmonitor.api.tabular.Decimals;
import nl.gebiedsmonitor.api.tabular.FaultList;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.PanelDraft;

/** Reads a panel from CSV, one unit and period a row. */
final class PanelCsv {

    /** How many faults are told one by one. */
    private static final int SHOWN = 1_000;

    private final PanelDraft.Columns columns;
    private final Decimals decimals;
    private final FaultList faults = new FaultList(SHOWN);

    PanelCsv(PanelDraft.Columns columns, Decimals decimals) {
        this.columns = columns;
        this.decimals = decimals;
    }

    /**
     * Reads a panel.
     *
     * @throws InputRejected with everything that is wrong with it
     * @throws TooLarge when it has more rows than are taken
     */
    Panel read(InputStream body) throws IOException {
        CsvFile file = new CsvFile(body, null, faults);
        Rows rows = new Rows(file);
        Optional<Panel> panel = Optional.empty();
        if (faults.count() == 0) {
            file.forEach(rows);
            if (rows.count == 0) {
                faults.add(new Fault(1L, "body", null, "not-empty", "There are no rows under the header."));
            }
            panel = rows.draft.finish();
        }
        return panel.orElseThrow(() -> new InputRejected(told()));
    }

    private List<Fault> told() {
        List<Fault> told = new ArrayList<>(faults.first());
        if (faults.count() > told.size()) {
            told.add(new Fault(
                    null,
                    null,
                    null,
                    "more-errors",
                    "There are " + (faults.count() - told.size()) + " more errors after these."));
        }
        return told;
    }

    private final class Rows implements CsvFile.Rows {

        private final PanelDraft draft = new PanelDraft(columns, faults::add);
        private final int unit;
        private final int time;
        private final int value;
        private final int treated;
        private int count;

        Rows(CsvFile file) {
            unit = file.require(columns.unit());
            time = file.require(columns.time());
            value = file.require(columns.value());
            treated = file.require(columns.treated());
        }

        @Override
        public void row(long line, CsvRecord row) {
            count();
            String unitName = row.getField(unit);
            String timeName = row.getField(time);
            long before = faults.count();
            requireName(line, columns.unit(), unitName);
            requireName(line, columns.time(), timeName);
            boolean placed = faults.count() == before;
            double outcome = outcome(line, row.getField(value));
            boolean isTreated = isTreated(line, row.getField(treated));
            if (!placed) {
                draft.addUnplaced();
            } else if (faults.count() > before) {
                draft.addFaulty(line, unitName, timeName);
            } else {
                draft.add(line, unitName, timeName, outcome, isTreated);
            }
        }

        private void requireName(long line, String column, String text) {
            if (text.isBlank()) {
                faults.add(new Fault(line, column, text, "required", "The field " + column + " is required."));
            } else if (!text.equals(text.strip())) {
                faults.add(new Fault(
                        line, column, text, "no-spaces", "There is a space before or after this value; leave it out."));
            }
        }

        private double outcome(long line, String text) {
            if (text.isBlank() || text.equals("NA")) {
                faults.add(new Fault(
                        line,
                        columns.value(),
                        text,
                        "balanced-panel",
                        "There is no value here. Every unit needs one in every period; nothing is filled in here, so"
                                + " leave out the unit or the period."));
                return 0;
            }
            try {
                return decimals.read(text);
            } catch (InvalidValue invalid) {
                faults.add(Fault.of(line, columns.value(), invalid));
                return 0;
            }
        }

        private boolean isTreated(long line, String text) {
            if (!text.equals("0") && !text.equals("1")) {
                faults.add(new Fault(
                        line,
                        columns.treated(),
                        text,
                        "treated-0-or-1",
                        "This is 1 when the unit is treated in the period, otherwise 0."));
            }
            return text.equals("1");
        }

        @Override
        public void unreadable() {
            count();
            draft.addUnplaced();
        }

        private void count() {
            if (++count > PanelDraft.MOST_CELLS) {
                throw new TooLarge("A panel has at most " + PanelDraft.MOST_CELLS + " rows.");
            }
        }
    }
}
