package nl.gebiedsmonitor.api.study.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The letters of a chart: DejaVu Sans, which the product brings along, so that a chart is the same on every machine and no
 * font has to be installed.
 */
final class Typeface {

    /** What a reader's machine may have in its stead, the most alike first; as in CSS. */
    static final String FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    /** Where Java looks for its list of fonts. */
    private static final String FONT_LIST = "sun.awt.fontconfig";

    private static final Font PLAIN = first("DejaVuSans.ttf");
    private static final Font BOLD = read("DejaVuSans-Bold.ttf");

    private Typeface() {}

    static Font of(float size) {
        return PLAIN.deriveFont(size);
    }

    static Font bold(float size) {
        return BOLD.deriveFont(Font.BOLD, size);
    }

    /**
     * Reads a font even where the machine has none. Java then finds no list of fonts and gives up on all, also on those that
     * it is handed; an empty list is enough for it to go on.
     */
    private static Font first(String file) {
        try {
            return read(file);
        } catch (UncheckedIOException noFontsInstalled) {
            if (System.getProperty(FONT_LIST) != null) {
                throw noFontsInstalled;
            }
            try {
                Path list = Files.createTempFile("fonts", ".properties");
                list.toFile().deleteOnExit();
                Files.writeString(list, "version=1\nsequence.allfonts=default\n");
                System.setProperty(FONT_LIST, list.toString());
            } catch (IOException noPlace) {
                throw new UncheckedIOException(noPlace);
            }
            return read(file);
        }
    }

    private static Font read(String file) {
        try (InputStream font = Typeface.class.getResourceAsStream(FOLDER + file)) {
            if (font == null) {
                throw new IllegalStateException("Without font " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
