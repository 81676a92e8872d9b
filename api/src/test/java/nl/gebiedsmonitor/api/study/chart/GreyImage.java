package nl.gebiedsmonitor.api.study.chart;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A picture as a printer without colours sees it: dark or not. */
final class GreyImage {

    private static final int DARK = 150;

    private final boolean[][] rows;

    private GreyImage(boolean[][] rows) {
        this.rows = rows;
    }

    static GreyImage of(BufferedImage image) {
        boolean[][] rows = new boolean[image.getHeight()][image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                int red = (colour >> 16) & 0xFF;
                int green = (colour >> 8) & 0xFF;
                int blue = colour & 0xFF;
                rows[y][x] = (299 * red + 587 * green + 114 * blue) / 1000 < DARK;
            }
        }
        return new GreyImage(rows);
    }

    long dark() {
        return IntStream.range(0, rows.length)
                .mapToLong(row ->
                        runs(rows[row]).stream().mapToLong(Integer::longValue).sum())
                .sum();
    }

    /** How many rows of pixels have dark runs of such lengths. */
    long rows(Predicate<List<Integer>> lengths) {
        return IntStream.range(0, rows.length)
                .filter(row -> lengths.test(runs(rows[row])))
                .count();
    }

    private static List<Integer> runs(boolean[] row) {
        List<Integer> runs = new ArrayList<>();
        int length = 0;
        for (boolean dark : row) {
            if (dark) {
                length++;
            } else if (length > 0) {
                runs.add(length);
                length = 0;
            }
        }
        if (length > 0) {
            runs.add(length);
        }
        return runs;
    }
}
