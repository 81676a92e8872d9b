/** Impact analyses as they are planned, and what was measured since. */
@NullMarked
package nl.gebiedsmonitor.projections.impact;

import org.jspecify.annotations.NullMarked;
