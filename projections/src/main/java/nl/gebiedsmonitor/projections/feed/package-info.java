/** What a reader of the feed is shown of the log: which events, and which of their figures. */
@NullMarked
package nl.gebiedsmonitor.projections.feed;

import org.jspecify.annotations.NullMarked;
