package nl.gebiedsmonitor.api.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One life of the packaged product: a process of its own, from its start until it is killed. */
final class ProductProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);

    /** What makes a short life cheap: a small heap and no compiler that only pays in a long one. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Thread reader;
    private final Thread atExit;
    private final List<String> output = new ArrayList<>();
    private boolean ended;

    private ProductProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().name("output").daemon().start(this::readOutput);
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static ProductProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", System.getProperty("gebiedsmonitor.jar")));
        command.addAll(
                List.of("--server.port=0", "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.patience=60s"));
        command.addAll(arguments);
        return new ProductProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until it writes a line in which something is found. */
    synchronized Matcher awaitLine(Pattern wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        for (int seen = 0; ; seen++) {
            while (seen == output.size()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError("The product never wrote " + wanted);
                }
                wait(left);
            }
            Matcher found = wanted.matcher(output.get(seen));
            if (found.find()) {
                return found;
            }
        }
    }

    /** Waits for a time in which it should go on, and tells whether it did. */
    boolean livesFor(Duration time) throws InterruptedException {
        return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it at once, by SIGKILL, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The product outlives SIGKILL");
        }
        reader.join();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    synchronized List<String> output() {
        return List.copyOf(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
            }
        } catch (IOException cut) {
            add("(the output was cut off: " + cut.getMessage() + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        output.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
