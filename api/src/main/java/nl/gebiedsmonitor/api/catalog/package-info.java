/** What can be had here, as a catalogue by DCAT-AP-NL 3. */
@NullMarked
package nl.gebiedsmonitor.api.catalog;

import org.jspecify.annotations.NullMarked;
