/** Subscriptions and what is sent to receivers, tried with real receivers. */
@NullMarked
package nl.gebiedsmonitor.api.subscription;

import org.jspecify.annotations.NullMarked;
