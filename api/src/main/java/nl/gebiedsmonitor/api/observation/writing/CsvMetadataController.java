package nl.gebiedsmonitor.api.observation.writing;

import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the columns of a CSV file with observations are, for CSV on the Web. */
@RestController
class CsvMetadataController {

    @GetMapping(CsvMetadata.PATH)
    ResponseEntity<CsvMetadata> metadata(
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal) {
        Fields fields = new Fields();
        CsvStyle style = CsvParameters.read(separator, decimal, Format.CSV, fields);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CsvMetadata.MEDIA_TYPE))
                .body(fields.make(() -> CsvMetadata.of(style, url(style))));
    }

    /** Relative to where the metadata are. */
    private static String url(CsvStyle style) {
        String query = CsvMetadata.address(style).substring(CsvMetadata.PATH.length());
        return "../observations?format=csv" + query.replace('?', '&');
    }
}
