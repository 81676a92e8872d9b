import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs Maven goals on the JDK that runs this file: {@code java MavenOnThisJdk.java MAVEN_HOME GOAL...}. */
class MavenOnThisJdk {

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(Path.of(args[0], "bin", windows ? "mvn.cmd" : "mvn").toString());
        command.add("--quiet");
        command.add("--batch-mode");
        command.addAll(Arrays.asList(args).subList(1, args.length));
        ProcessBuilder maven = new ProcessBuilder(command).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        System.exit(maven.start().waitFor());
    }
}
