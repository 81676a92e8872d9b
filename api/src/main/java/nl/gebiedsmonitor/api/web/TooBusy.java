package nl.gebiedsmonitor.api.web;

/** There is no room for a request beside what is being done already; later there will be. */
public final class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooBusy(String detail) {
        super(detail);
    }
}
