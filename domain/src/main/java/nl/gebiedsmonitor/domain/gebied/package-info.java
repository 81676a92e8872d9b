/** Gebieden: which areas there are, what a focus area is composed of, and what became of a closed one. */
@NullMarked
package nl.gebiedsmonitor.domain.gebied;

import org.jspecify.annotations.NullMarked;
