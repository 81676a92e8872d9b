/** The feed of events over HTTP, as CloudEvents. */
@NullMarked
package nl.gebiedsmonitor.api.feed;

import org.jspecify.annotations.NullMarked;
