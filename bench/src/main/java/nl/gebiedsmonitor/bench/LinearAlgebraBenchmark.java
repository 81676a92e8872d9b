package nl.gebiedsmonitor.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * What an iteration of the weight solver spends its time on, by plain loops and by libraries: the product of a short vector with
 * a matrix of periods x donors.
 */
final class LinearAlgebraBenchmark {

    private static final int CALLS = 20_000;
    private static final int ROUNDS = 7;

    private LinearAlgebraBenchmark() {}

    public static void main(String[] args) {
        System.out.printf("%nmicroseconds for D'v, median of %d rounds of %,d calls%n", ROUNDS, CALLS);
        System.out.printf("%-28s %10s %10s%n", "", "6 x 4,000", "19 x 38");
        Problem wide = new Problem(6, 4_000);
        Problem published = new Problem(19, 38);
        print("plain loops, row by row", wide.loops(), published.loops());
        print("plain loops, six rows a pass", wide.sixRows(), null);
        print("EJML", wide.ejml(), published.ejml());
        print("ojAlgo", wide.ojAlgo(), published.ojAlgo());
        print("Hipparchus", wide.hipparchus(), published.hipparchus());
    }

    private static void print(String what, Supplier<double[]> wide, @Nullable Supplier<double[]> published) {
        System.out.printf(
                "%-28s %10.2f %10s%n",
                what, micros(wide), published == null ? "" : "%.2f".formatted(micros(published)));
    }

    private static double micros(Supplier<double[]> product) {
        double[] rounds = new double[ROUNDS];
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                sum += product.get()[call % 19];
            }
            rounds[round] = (System.nanoTime() - start) / 1e3 / CALLS;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("A product of numbers is a number");
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    /** D and v, of a size. */
    private static final class Problem {

        private final double[][] d;
        private final double[] v;

        Problem(int rows, int columns) {
            Random random = new Random(1);
            d = new double[rows][columns];
            v = random.doubles(rows).toArray();
            for (double[] row : d) {
                Arrays.setAll(row, _ -> random.nextGaussian());
            }
        }

        Supplier<double[]> loops() {
            double[] product = new double[d[0].length];
            return () -> {
                Arrays.fill(product, 0);
                for (int n = 0; n < v.length; n++) {
                    add(v[n], d[n], product);
                }
                return product;
            };
        }

        private static void add(double factor, double[] from, double[] to) {
            for (int k = 0; k < to.length; k++) {
                to[k] += factor * from[k];
            }
        }

        Supplier<double[]> sixRows() {
            double[] product = new double[d[0].length];
            return () -> {
                six(v, d, product);
                return product;
            };
        }

        private static void six(double[] v, double[][] d, double[] product) {
            double v0 = v[0];
            double v1 = v[1];
            double v2 = v[2];
            double v3 = v[3];
            double v4 = v[4];
            double v5 = v[5];
            double[] d0 = d[0];
            double[] d1 = d[1];
            double[] d2 = d[2];
            double[] d3 = d[3];
            double[] d4 = d[4];
            double[] d5 = d[5];
            for (int k = 0; k < product.length; k++) {
                product[k] = v0 * d0[k] + v1 * d1[k] + v2 * d2[k] + v3 * d3[k] + v4 * d4[k] + v5 * d5[k];
            }
        }

        Supplier<double[]> ejml() {
            DMatrixRMaj matrix = new DMatrixRMaj(d);
            DMatrixRMaj row = DMatrixRMaj.wrap(1, v.length, v);
            DMatrixRMaj product = new DMatrixRMaj(1, d[0].length);
            return () -> {
                CommonOps_DDRM.mult(row, matrix, product);
                return product.data;
            };
        }

        Supplier<double[]> ojAlgo() {
            R064Store matrix = R064Store.FACTORY.make(d.length, d[0].length);
            R064Store vector = R064Store.FACTORY.make(v.length, 1);
            for (int n = 0; n < v.length; n++) {
                vector.set(n, 0, v[n]);
                for (int k = 0; k < d[n].length; k++) {
                    matrix.set(n, k, d[n][k]);
                }
            }
            MatrixStore<Double> transposed = matrix.transpose();
            R064Store product = R064Store.FACTORY.make(d[0].length, 1);
            return () -> {
                transposed.multiply(vector, product);
                return product.data;
            };
        }

        Supplier<double[]> hipparchus() {
            RealMatrix matrix = new Array2DRowRealMatrix(d, false);
            return () -> matrix.preMultiply(v);
        }
    }
}
