package nl.gebiedsmonitor.api.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The published files, unchanged, as the tests deliver them. */
public final class Published {

    /** How the columns of the PC4 file are named to the product. */
    public static final String PC4_LAYOUT = "gebiedColumn=PC4&periodColumn=jaar"
            + "&indicators=lbm:LBM,afw:LBM-AFW,fys:LBM-FYS,onv:LBM-ONV,soc:LBM-SOC,vrz:LBM-VRZ,won:LBM-WON";

    private Published() {}

    /** The bytes of {@code pc4-2002-2022.csv}, {@code buurt-2024.csv} or {@code gemeente-2024.csv}. */
    public static byte[] file(String name) {
        try (InputStream in =
                        Objects.requireNonNull(Published.class.getResourceAsStream("/data/" + name + ".gz"), name);
                GZIPInputStream unpacked = new GZIPInputStream(in)) {
            return unpacked.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
