package nl.gebiedsmonitor.api.web;

/** Whoever asks has the answer already (RFC 9110, 15.4.5). */
final class NotModified extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotModified() {
        super(null, null, false, false);
    }
}
