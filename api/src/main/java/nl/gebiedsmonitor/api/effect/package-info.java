/** Effects estimated from a panel that is posted; nothing is stored. */
@NullMarked
package nl.gebiedsmonitor.api.effect;

import org.jspecify.annotations.NullMarked;
