package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;

/**
 * The products of a matrix D (n x m) with a point x that moves over the simplex, kept up to date as it moves. It holds
 * either D'D (m x m), when that is at most four times as large as D, and then a move costs O(m); or D itself, and then a
 * move costs O(n m). Memory is linear in D in both cases.
 */
sealed interface Products {

    /** How much larger than D the matrix D'D may be. */
    int GRAM = 4;

    /** Of the rows of D, which are kept or copied, never changed. */
    static Products of(double[][] rows) {
        int columns = rows[0].length;
        return columns <= (long) GRAM * rows.length ? new Gram(rows, columns) : new Rows(rows, columns);
    }

    /** Starts from x. */
    void start(double[] x);

    /** Moves from x to {@code (1 - step) x + step e(i)}. */
    void toward(int i, double step);

    /** Moves from x to {@code x + step (e(i) - e(j))}. */
    void exchange(int i, int j, double step);

    /** {@code |D x|^2}. */
    double square(double[] x);

    /** D'D x, valid until the next move. */
    double[] normal();

    /** Row i of D'D, valid until this is asked again. */
    double[] row(int i);

    /** The diagonal of D'D. */
    double[] squares();

    /** Keeps D'D. */
    final class Gram implements Products {

        private final double[][] gram;
        private final double[] squares;
        private final double[] normal;

        Gram(double[][] rows, int columns) {
            gram = new double[columns][columns];
            squares = new double[columns];
            normal = new double[columns];
            for (double[] row : rows) {
                for (int i = 0; i < columns; i++) {
                    add(row[i], row, gram[i]);
                }
            }
            for (int i = 0; i < columns; i++) {
                squares[i] = gram[i][i];
            }
        }

        @Override
        public void start(double[] x) {
            for (int i = 0; i < x.length; i++) {
                normal[i] = dot(gram[i], x);
            }
        }

        @Override
        public void toward(int i, double step) {
            mix(normal, gram[i], step);
        }

        @Override
        public void exchange(int i, int j, double step) {
            double[] plus = gram[i];
            double[] minus = gram[j];
            for (int k = 0; k < normal.length; k++) {
                normal[k] += step * (plus[k] - minus[k]);
            }
        }

        @Override
        public double square(double[] x) {
            return Math.max(0, dot(normal, x));
        }

        @Override
        public double[] normal() {
            return normal;
        }

        @Override
        public double[] row(int i) {
            return gram[i];
        }

        @Override
        public double[] squares() {
            return squares;
        }
    }

    /** Keeps D, and D x. */
    final class Rows implements Products {

        private final double[][] rows;
        private final double[] image;
        private final double[] squares;
        private final double[] normal;
        private final double[] row;

        Rows(double[][] rows, int columns) {
            this.rows = rows;
            image = new double[rows.length];
            squares = new double[columns];
            normal = new double[columns];
            row = new double[columns];
            for (double[] each : rows) {
                for (int i = 0; i < columns; i++) {
                    squares[i] += each[i] * each[i];
                }
            }
        }

        @Override
        public void start(double[] x) {
            for (int n = 0; n < rows.length; n++) {
                image[n] = dot(rows[n], x);
            }
        }

        @Override
        public void toward(int i, double step) {
            for (int n = 0; n < rows.length; n++) {
                image[n] = (1 - step) * image[n] + step * rows[n][i];
            }
        }

        @Override
        public void exchange(int i, int j, double step) {
            for (int n = 0; n < rows.length; n++) {
                image[n] += step * (rows[n][i] - rows[n][j]);
            }
        }

        /** How far D x is from what it was. */
        double moved(double[] before) {
            double squares = 0;
            for (int n = 0; n < image.length; n++) {
                squares += (image[n] - before[n]) * (image[n] - before[n]);
            }
            return Math.sqrt(squares);
        }

        /** A copy of D x. */
        double[] image() {
            return image.clone();
        }

        @Override
        public double square(double[] x) {
            return dot(image, image);
        }

        @Override
        public double[] normal() {
            setSix();
            int n = Math.min(6, rows.length);
            for (; n + 5 < rows.length; n += 6) {
                addSix(n);
            }
            for (; n + 2 < rows.length; n += 3) {
                add(image[n], rows[n], image[n + 1], rows[n + 1], image[n + 2], rows[n + 2]);
            }
            for (; n < rows.length; n++) {
                Products.add(image[n], rows[n], normal);
            }
            return normal;
        }

        /** Six rows in one pass, since what this costs is passing over memory. */
        private void addSix(int n) {
            double f0 = image[n];
            double f1 = image[n + 1];
            double f2 = image[n + 2];
            double f3 = image[n + 3];
            double f4 = image[n + 4];
            double f5 = image[n + 5];
            double[] r0 = rows[n];
            double[] r1 = rows[n + 1];
            double[] r2 = rows[n + 2];
            double[] r3 = rows[n + 3];
            double[] r4 = rows[n + 4];
            double[] r5 = rows[n + 5];
            for (int k = 0; k < normal.length; k++) {
                normal[k] = normal[k] + f0 * r0[k] + f1 * r1[k] + f2 * r2[k] + f3 * r3[k] + f4 * r4[k] + f5 * r5[k];
            }
        }

        /** The first six rows; with fewer, those that are not there count for nothing. */
        private void setSix() {
            double f0 = factor(0);
            double f1 = factor(1);
            double f2 = factor(2);
            double f3 = factor(3);
            double f4 = factor(4);
            double f5 = factor(5);
            double[] r0 = row(rows, 0);
            double[] r1 = row(rows, 1);
            double[] r2 = row(rows, 2);
            double[] r3 = row(rows, 3);
            double[] r4 = row(rows, 4);
            double[] r5 = row(rows, 5);
            for (int k = 0; k < normal.length; k++) {
                normal[k] = f0 * r0[k] + f1 * r1[k] + f2 * r2[k] + f3 * r3[k] + f4 * r4[k] + f5 * r5[k];
            }
        }

        private double factor(int n) {
            return n < image.length ? image[n] : 0;
        }

        /** Whatever has a factor of zero may stand for a row that is not there. */
        private static double[] row(double[][] rows, int n) {
            return rows[Math.min(n, rows.length - 1)];
        }

        private void add(double f, double[] first, double s, double[] second, double t, double[] third) {
            for (int k = 0; k < normal.length; k++) {
                normal[k] = normal[k] + f * first[k] + s * second[k] + t * third[k];
            }
        }

        @Override
        public double[] row(int i) {
            Arrays.fill(row, 0);
            for (double[] each : rows) {
                Products.add(each[i], each, row);
            }
            return row;
        }

        @Override
        public double[] squares() {
            return squares;
        }
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }

    private static void mix(double[] x, double[] other, double step) {
        double rest = 1 - step;
        for (int k = 0; k < x.length; k++) {
            x[k] = rest * x[k] + step * other[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
