/** Whether answers of the past stay as they were. */
@NullMarked
package nl.gebiedsmonitor.api.vintage;

import org.jspecify.annotations.NullMarked;
