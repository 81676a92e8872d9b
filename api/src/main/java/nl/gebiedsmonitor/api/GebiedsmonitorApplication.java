package nl.gebiedsmonitor.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the product. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GebiedsmonitorApplication {

    static {
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    public static void main(String[] args) {
        SpringApplication.run(GebiedsmonitorApplication.class, args);
    }
}
