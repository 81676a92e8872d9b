package nl.gebiedsmonitor.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query keys that the standard behind an endpoint has and the endpoint does not make. They are no mistake of who asks,
 * and are answered with 501.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotMade {

    String[] value();
}
