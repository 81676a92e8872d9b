package nl.gebiedsmonitor.api.feed;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;

/** The product on one database, stopped and started again while others go on asking. */
final class RestartableProduct implements AutoCloseable {

    private final List<String> arguments;
    private final String[] more;
    private Product product;

    RestartableProduct(List<String> arguments, String... more) {
        this.arguments = arguments;
        this.more = more;
        this.product = Product.start(arguments, more);
    }

    /** Whoever asks meanwhile gets no answer, and asks the next one. */
    synchronized void restart() {
        product.close();
        product = Product.start(arguments, more);
        notifyAll();
    }

    private synchronized Client client() {
        return product.client();
    }

    /** The address of the one that runs, once it is another than this one. */
    private synchronized void awaitOtherThan(Client client) {
        try {
            while (product.client() == client) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks the one that runs, and the next one if that stops before it has answered. */
    <T> T whileItRestarts(Function<Client, T> request) {
        while (true) {
            Client client = client();
            try {
                return request.apply(client);
            } catch (UncheckedIOException stopped) {
                awaitOtherThan(client);
            }
        }
    }

    /** One that is being stopped may still say that it is too busy. */
    Answer get(String path) {
        Answer answer;
        do {
            answer = whileItRestarts(client -> client.get(path));
        } while (answer.status() == 503);
        return answer;
    }

    @Override
    public void close() {
        product.close();
    }
}
