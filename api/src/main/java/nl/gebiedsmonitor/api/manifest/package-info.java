/** Manifests over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api.manifest;

import org.jspecify.annotations.NullMarked;
