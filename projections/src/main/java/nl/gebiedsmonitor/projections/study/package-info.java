/** Effect studies as they stand, the comparison gebieden found for them, and the figures that they are computed from. */
@NullMarked
package nl.gebiedsmonitor.projections.study;

import org.jspecify.annotations.NullMarked;
