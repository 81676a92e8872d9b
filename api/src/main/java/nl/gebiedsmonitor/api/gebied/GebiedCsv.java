package nl.gebiedsmonitor.api.gebied;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.tabular.CsvFile;
import nl.gebiedsmonitor.api.tabular.FaultList;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads gebieden from CSV with the columns {@code code,name,type} and, where wanted, {@code parent}. */
@Component
class GebiedCsv {

    private static final int MAX_ROWS = 100_000;

    List<Entry> read(InputStream body, Fields fields) throws IOException {
        FaultList faults = new FaultList(Integer.MAX_VALUE);
        CsvFile file = new CsvFile(body, null, faults);
        Rows rows = new Rows(file, fields);
        if (faults.count() == 0) {
            file.forEach(rows);
        }
        faults.first().forEach(fields::add);
        return rows.entries;
    }

    private static final class Rows implements CsvFile.Rows {

        private final List<Entry> entries = new ArrayList<>();
        private final Fields fields;
        private final int code;
        private final int name;
        private final int type;
        private final int parent;

        Rows(CsvFile file, Fields fields) {
            this.fields = fields;
            code = file.require("code");
            name = file.require("name");
            type = file.require("type");
            parent = file.header().indexOf("parent");
        }

        @Override
        public void row(long line, CsvRecord row) {
            if (entries.size() == MAX_ROWS) {
                throw new TooLarge("At most " + MAX_ROWS + " gebieden are registered at once; send them in parts.");
            }
            Entry entry = new GebiedBody(
                            row.getField(code), row.getField(name), row.getField(type), parent(row), null, null, null)
                    .read(fields.onLine(line), line);
            if (entry != null) {
                entries.add(entry);
            }
        }

        private @Nullable String parent(CsvRecord row) {
            String text = parent < 0 ? "" : row.getField(parent);
            return text.isEmpty() ? null : text;
        }

        @Override
        public void unreadable() {
            // Its fault tells.
        }
    }
}
