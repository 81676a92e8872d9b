/** What a measure did: the effect on the treated units of a panel, by published estimators, with its uncertainty. */
@NullMarked
package nl.gebiedsmonitor.domain.effect;

import org.jspecify.annotations.NullMarked;
