/** Measures: what is done in a gebied for an opgave, from plan to end. */
@NullMarked
package nl.gebiedsmonitor.domain.measure;

import org.jspecify.annotations.NullMarked;
