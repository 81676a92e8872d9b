/** The figures and their structures as SDMX 3.0: REST 2, SDMX-CSV 2.0 and SDMX-JSON 2.0. */
@NullMarked
package nl.gebiedsmonitor.api.sdmx;

import org.jspecify.annotations.NullMarked;
