/** Effect studies: what is asked, how it will be answered, fixed before it is, and what was found. */
@NullMarked
package nl.gebiedsmonitor.domain.study;

import org.jspecify.annotations.NullMarked;
