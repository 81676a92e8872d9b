/** A running product for the tests, and the databases it runs on. */
@NullMarked
package nl.gebiedsmonitor.api.product;

import org.jspecify.annotations.NullMarked;
