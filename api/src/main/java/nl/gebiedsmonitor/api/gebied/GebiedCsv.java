package nl.gebiedsmonitor.api.gebied;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import nl.gebiedsmonitor.api.tabular.CsvFile;
import nl.gebiedsmonitor.api.tabular.FaultList;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import org.jspecify.annotations.Nullable;

/** Reads gebieden from CSV with the columns {@code code,name,type} and, where wanted, {@code parent}. */
final class GebiedCsv {

    RegisterGebieden read(InputStream body) throws IOException {
        FaultList faults = new FaultList(Integer.MAX_VALUE);
        CsvFile file = new CsvFile(body, null, faults);
        Rows rows = new Rows(file);
        if (faults.count() == 0) {
            file.forEach(rows);
        }
        return rows.reading.command(faults.first());
    }

    private static final class Rows implements CsvFile.Rows {

        private final GebiedReading reading = new GebiedReading();
        private final int code;
        private final int name;
        private final int type;
        private final int parent;

        Rows(CsvFile file) {
            code = file.require("code");
            name = file.require("name");
            type = file.require("type");
            parent = file.header().indexOf("parent");
        }

        @Override
        public void row(long line, CsvRecord row) {
            reading.add(
                    line,
                    new GebiedBody(
                            row.getField(code), row.getField(name), row.getField(type), parent(row), null, null, null));
        }

        private @Nullable String parent(CsvRecord row) {
            String text = parent < 0 ? "" : row.getField(parent);
            return text.isEmpty() ? null : text;
        }

        @Override
        public void unreadable() {
            reading.unreadable();
        }
    }
}
