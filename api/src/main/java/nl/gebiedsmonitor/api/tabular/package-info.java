/** Files of lines from outside, read so that whatever a line holds, the next one is still read for what it is. */
@NullMarked
package nl.gebiedsmonitor.api.tabular;

import org.jspecify.annotations.NullMarked;
