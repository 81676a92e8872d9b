/** Gebieden over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api.gebied;

import org.jspecify.annotations.NullMarked;
