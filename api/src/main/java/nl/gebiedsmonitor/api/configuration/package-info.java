/** How the floors are put together: the event log, the projections, the commands, the measurements. */
@NullMarked
package nl.gebiedsmonitor.api.configuration;

import org.jspecify.annotations.NullMarked;
