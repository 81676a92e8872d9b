/** Effect studies over HTTP: designed, registered, read and assessed. */
@NullMarked
package nl.gebiedsmonitor.api.study;

import org.jspecify.annotations.NullMarked;
