package nl.gebiedsmonitor.api.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.GebiedsmonitorApplication;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** The product, running in this process on an empty database and a free port. */
public final class Product implements AutoCloseable {

    /** A busy machine makes a test slower, but does not fail it. */
    private static final String PATIENCE = "--gebiedsmonitor.patience=";

    private static final Map<TestDatabase, Product> SHARED = new EnumMap<>(TestDatabase.class);

    private final ConfigurableApplicationContext context;
    private final Client client;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = new Client("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** One without sample data, shared by all tests of this run; each test brings codes of its own. */
    public static synchronized Product on(TestDatabase database) {
        return SHARED.computeIfAbsent(database, kind -> start(kind, "--gebiedsmonitor.sample-data=false"));
    }

    /** A new one. */
    public static Product start(TestDatabase database, String... more) {
        try {
            List<String> arguments = new ArrayList<>(database.arguments(Files.createTempDirectory("gebiedsmonitor")));
            return start(arguments, more);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new one on a database that is there. */
    public static Product start(List<String> arguments, String... more) {
        return start(arguments, _ -> {}, more);
    }

    /** A new one on a database that is there, where something happens before it brings anything into that itself. */
    public static Product start(List<String> arguments, Consumer<ApplicationContext> before, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=0");
        all.addAll(List.of(more));
        if (all.stream().noneMatch(argument -> argument.startsWith(PATIENCE))) {
            all.add(PATIENCE + "60s");
        }
        SpringApplication application = new SpringApplication(GebiedsmonitorApplication.class);
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("before", new Before(() -> before.accept(context))));
        return new Product(application.run(all.toArray(String[]::new)));
    }

    /** A start on a database that is there, which ends after so many commands of its own as if it were killed. */
    public static void cutShort(List<String> arguments, int commands, String... more) {
        String cause = "Cut short after " + commands + " commands";
        AtomicInteger sent = new AtomicInteger();
        Consumer<ApplicationContext> cut =
                context -> context.getBean(CommandBus.class).registerDispatchInterceptor(_ -> (_, message) -> {
                    if (sent.getAndIncrement() == commands) {
                        throw new IllegalStateException(cause);
                    }
                    return message;
                });
        assertThatThrownBy(() -> start(arguments, cut, more).close()).hasStackTraceContaining(cause);
    }

    @Order(-1)
    private record Before(Runnable happening) implements ApplicationRunner {
        @Override
        public void run(ApplicationArguments arguments) {
            happening.run();
        }
    }

    public Client client() {
        return client;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How a test of this database stores its files. */
    public static Path newDataDir() {
        try {
            return Files.createTempDirectory("gebiedsmonitor");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
