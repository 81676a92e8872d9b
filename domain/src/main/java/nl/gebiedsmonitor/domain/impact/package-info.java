/**
 * What an approach is expected to cost and to yield before it is begun: the <em>maatschappelijke kosten-batenanalyse</em>
 * (MKBA), after the general guidance of CPB and PBL (2013).
 */
@NullMarked
package nl.gebiedsmonitor.domain.impact;

import org.jspecify.annotations.NullMarked;
