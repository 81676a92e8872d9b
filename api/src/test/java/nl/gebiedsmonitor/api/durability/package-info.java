/** What the packaged product keeps when its process is killed. */
@NullMarked
package nl.gebiedsmonitor.api.durability;

import org.jspecify.annotations.NullMarked;
