package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;

/** The ways to follow the feed by asking. */
enum FeedReader {
    PAGES {
        @Override
        void follow(RestartableProduct product, Seen seen) {
            followLinks("/v1/feed?limit=500", product, seen);
        }
    },
    LONG_POLL {
        @Override
        void follow(RestartableProduct product, Seen seen) {
            followLinks("/v1/feed?limit=100&wait=5", product, seen);
        }
    },
    STREAM {
        @Override
        void follow(RestartableProduct product, Seen seen) {
            while (!seen.isComplete()) {
                product.whileItRestarts(client -> {
                    try (Stream<String> lines =
                            client.lines("/v1/feed/stream", "Last-Event-ID", Long.toString(seen.position()))) {
                        read(lines.iterator(), seen);
                    }
                    return seen;
                });
            }
        }
    };

    private static final String DATA = "data:";

    /** Reads until everything is seen. */
    abstract void follow(RestartableProduct product, Seen seen);

    private static void followLinks(String first, RestartableProduct product, Seen seen) {
        String next = first;
        while (!seen.isComplete()) {
            String path = next;
            Answer page = product.get(path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().forEach(seen::add);
            String link = page.next().orElseThrow();
            next = link.substring(link.indexOf("/v1/"));
        }
    }

    private static void read(Iterator<String> lines, Seen seen) {
        while (!seen.isComplete() && lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(DATA)) {
                seen.add(Client.read(line.substring(DATA.length())));
            }
        }
    }
}
