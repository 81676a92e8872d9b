/** Measures over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api.measure;

import org.jspecify.annotations.NullMarked;
