package nl.gebiedsmonitor.api.subscription;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which addresses may be sent to: those of the public internet over https, and what the configuration allows. It is asked
 * when somebody subscribes and again for every connection, since what a name stands for changes; a connection is made to
 * the very addresses that were looked at.
 */
final class Targets implements DnsResolver {

    private static final int LONGEST = 2000;

    /** What is allowed to end in a number, in a host that does. */
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

    /** A name leads to no address that may be sent to. */
    static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(host + " leads to an address inside a private network, which events are not sent to.");
        }
    }

    private final Set<String> allowed;
    private final Names names;

    /** Looks up what a name stands for. */
    @FunctionalInterface
    interface Names {
        List<InetAddress> lookUp(String host) throws UnknownHostException;
    }

    Targets(List<String> allowed, Names names) {
        this.allowed =
                allowed.stream().map(target -> target.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /**
     * Reads where events are to be sent.
     *
     * @throws InvalidValue when that is no address of the web, or one that is not sent to
     */
    String read(String text) {
        URI uri = parse(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!List.of("http", "https").contains(scheme) || host == null || text.length() > LONGEST) {
            throw malformed(text);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused(text, "An address to send to has no user, password or fragment in it.");
        }
        int port = uri.getPort() == -1 ? scheme.equals("https") ? 443 : 80 : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw malformed(text);
        }
        boolean isAllowed = isAllowed(host, port);
        if (scheme.equals("http") && !isAllowed) {
            throw refused(text, "Events are sent over https only, so that nobody else reads or changes them.");
        }
        if (!isAllowed
                && NUMBER.matcher(host).matches()
                && !DOTTED.matcher(host).matches()) {
            throw malformed(text);
        }
        try {
            resolve(host, port);
        } catch (Refused inside) {
            throw refused(text, String.valueOf(inside.getMessage()));
        } catch (UnknownHostException unknown) {
            throw refused(text, "The name " + host + " is not known; events cannot be sent there.");
        }
        return uri.toString();
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> found = names.lookUp(host);
        List<InetSocketAddress> good = found.stream()
                .filter(address -> isAllowed(host, port) || PublicAddress.is(address))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        if (good.isEmpty()) {
            throw new Refused(host);
        }
        return good;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isAllowed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(name + ":" + port);
    }

    private static URI parse(String text) {
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException malformed) {
            throw malformed(text);
        }
    }

    private static InvalidValue malformed(String text) {
        return new InvalidValue(
                "webhook-target",
                text,
                "This is an address such as https://example.org/events, of at most 2,000 characters.");
    }

    private static InvalidValue refused(String text, String detail) {
        return new InvalidValue("webhook-target", text, detail);
    }
}
