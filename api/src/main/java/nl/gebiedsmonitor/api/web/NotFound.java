package nl.gebiedsmonitor.api.web;

/** What is asked for does not exist. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what does not exist, in words: {@code gebied GM9999} */
    public NotFound(String what) {
        super("There is no " + what + ".");
    }
}
