package nl.gebiedsmonitor.api.observation.writing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.TooBusy;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Observations as a Parquet file. Its directory of columns comes last and needs all rows, so the file is made beside the
 * answer, and sent when it is whole. It has no name any more when the first byte is sent: whatever becomes of the reader or of
 * this process, nothing stays behind.
 */
@Component
class ParquetObservations implements ObservationWriter {

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Override
    public Format format() {
        return Format.PARQUET;
    }

    @Override
    public void write(Selection selection, HttpServletResponse response) throws IOException {
        try (FileChannel file = made(selection);
                InputStream in = Channels.newInputStream(file)) {
            response.setContentType(Format.PARQUET.mediaType().toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"observations.parquet\"");
            response.setContentLengthLong(file.size());
            in.transferTo(response.getOutputStream());
        }
    }

    private FileChannel made(Selection selection) throws IOException {
        if (!places.tryAcquire()) {
            throw new TooBusy("There are " + AT_ONCE + " Parquet files being made already; try again in a moment.");
        }
        Path directory = Files.createTempDirectory("gebiedsmonitor-parquet");
        try {
            Path file = directory.resolve("observations.parquet");
            ParquetFile.make(selection.rows(), file, directory.resolve("spill"));
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            places.release();
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
