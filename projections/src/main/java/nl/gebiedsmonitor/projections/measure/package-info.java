/** Measures as they are read: what is planned, running and done in a gebied. */
@NullMarked
package nl.gebiedsmonitor.projections.measure;

import org.jspecify.annotations.NullMarked;
