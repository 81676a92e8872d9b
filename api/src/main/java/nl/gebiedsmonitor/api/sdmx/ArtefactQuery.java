package nl.gebiedsmonitor.api.sdmx;

import java.util.Arrays;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.NotFound;
import org.jspecify.annotations.Nullable;

/** Which artefacts are named in a path, by agency, id and version; each a list by commas, or {@code *} for all. */
record ArtefactQuery(String agency, String id, VersionQuery version) {

    private static final VersionQuery LATEST = new VersionQuery("~");

    /** Reads what is named; what is left out at the end of the path stands for all, of the latest version. */
    static ArtefactQuery of(@Nullable String agency, @Nullable String id, @Nullable String version, Fields fields) {
        return new ArtefactQuery(
                agency == null ? "*" : agency,
                id == null ? "*" : id,
                fields.optional("version", version, VersionQuery::new).or(LATEST));
    }

    boolean admits(Artefact artefact) {
        return among(agency, artefact.agency()) && among(id, artefact.id()) && version.admits(artefact.version());
    }

    /** @throws NotFound when an artefact is not among those that are named */
    void require(Artefact artefact) {
        if (!admits(artefact)) {
            throw notFound(artefact.type());
        }
    }

    NotFound notFound(String type) {
        return new NotFound(type + " " + id + " of " + agency + " in version " + version.text());
    }

    private static boolean among(String asked, String own) {
        return Arrays.stream(asked.split(",", -1)).anyMatch(each -> each.equals("*") || each.equals(own));
    }
}
