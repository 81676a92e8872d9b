package nl.gebiedsmonitor.api.web;

/** A body with more in it than is taken at once. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        super(detail);
    }
}
