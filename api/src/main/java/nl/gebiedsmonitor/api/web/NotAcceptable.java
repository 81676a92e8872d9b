package nl.gebiedsmonitor.api.web;

/** Nothing that there is can be accepted by whoever asks. */
public final class NotAcceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcceptable(String detail) {
        super(detail);
    }
}
