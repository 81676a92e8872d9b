/** Webhooks: subscriptions over HTTP, and the sending of events to those who subscribe, after Standard Webhooks. */
@NullMarked
package nl.gebiedsmonitor.api.subscription;

import org.jspecify.annotations.NullMarked;
