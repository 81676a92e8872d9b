/** Who wants events sent to them, how far each has got, and whose turn it is. Kept beside the log, and deletable. */
@NullMarked
package nl.gebiedsmonitor.projections.subscription;

import org.jspecify.annotations.NullMarked;
