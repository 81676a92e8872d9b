/** The estimators, held to published numbers, to their definition, and to what must hold on every panel. */
@NullMarked
package nl.gebiedsmonitor.domain.effect;

import org.jspecify.annotations.NullMarked;
