/** Citations: references to answers as they were given, under addresses at which they stay so. */
@NullMarked
package nl.gebiedsmonitor.api.vintage;

import org.jspecify.annotations.NullMarked;
