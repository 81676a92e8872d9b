package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.gebiedsmonitor.api.web.Format;

/** Writes observations whole, in one format, while they are read. */
public interface ObservationWriter {

    Format format();

    /** Writes the body and the headers that go with the format; a problem is thrown before anything is written. */
    void write(Selection selection, HttpServletResponse response) throws IOException;
}
