/** The product as its users meet it: started whole, on each database, and asked over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api;

import org.jspecify.annotations.NullMarked;
