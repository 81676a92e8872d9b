/** The Spring Boot application: REST, formats, configuration and the sample data. */
@NullMarked
package nl.gebiedsmonitor.api;

import org.jspecify.annotations.NullMarked;
