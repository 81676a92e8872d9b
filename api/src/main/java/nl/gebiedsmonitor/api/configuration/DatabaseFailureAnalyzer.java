package nl.gebiedsmonitor.api.configuration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in two sentences why the product does not start, when it is for its database. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int IN_USE = 90020;

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        if (environment.matchesProfiles("postgres")) {
            return new FailureAnalysis(
                    "The database at " + environment.getProperty("spring.datasource.url") + " cannot be used: "
                            + cause.getMessage(),
                    "Start it, or name another with GEBIEDSMONITOR_DATABASE_URL, GEBIEDSMONITOR_DATABASE_USERNAME and"
                            + " GEBIEDSMONITOR_DATABASE_PASSWORD.",
                    cause);
        }
        String folder = environment.getProperty("gebiedsmonitor.data-dir", "./data");
        return cause.getErrorCode() == IN_USE
                ? new FailureAnalysis(
                        "The data folder " + folder + " is in use by another Gebiedsmonitor.",
                        "Stop the other one, or name another folder with --gebiedsmonitor.data-dir.",
                        cause)
                : new FailureAnalysis(
                        "The data folder " + folder + " cannot be used: " + cause.getMessage(),
                        "Name a folder that can be written to with --gebiedsmonitor.data-dir.",
                        cause);
    }
}
