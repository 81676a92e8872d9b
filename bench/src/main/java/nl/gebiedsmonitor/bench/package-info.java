/** Measures the product from outside, beside the raw limit of the machine it runs on, and prints the ratio. */
@NullMarked
package nl.gebiedsmonitor.bench;

import org.jspecify.annotations.NullMarked;
