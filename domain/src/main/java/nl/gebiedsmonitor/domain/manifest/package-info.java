/** Manifests: what was promised in public, who signed it for which gemeente, and who supports it without signing. */
@NullMarked
package nl.gebiedsmonitor.domain.manifest;

import org.jspecify.annotations.NullMarked;
