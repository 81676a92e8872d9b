/** What an effect study found, as a picture: drawn from the finding alone, readable in black and white. */
@NullMarked
package nl.gebiedsmonitor.api.study.chart;

import org.jspecify.annotations.NullMarked;
