/** Manifests as they are read: who signed, who endorses. */
@NullMarked
package nl.gebiedsmonitor.projections.manifest;

import org.jspecify.annotations.NullMarked;
