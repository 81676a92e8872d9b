package nl.gebiedsmonitor.projections.eventlog;

/** A projection did not reach a position within the time that was allowed. */
public final class ProjectionBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProjectionBehind(String projection, long wanted, long reached) {
        super("Projection " + projection + " is at " + reached + ", not yet at " + wanted);
    }
}
