/** How observations are written, in each format. */
@NullMarked
package nl.gebiedsmonitor.api.observation.writing;

import org.jspecify.annotations.NullMarked;
