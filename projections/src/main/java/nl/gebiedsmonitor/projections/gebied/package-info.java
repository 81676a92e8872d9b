/** Gebieden as they are read: the register with what lies within what. */
@NullMarked
package nl.gebiedsmonitor.projections.gebied;

import org.jspecify.annotations.NullMarked;
