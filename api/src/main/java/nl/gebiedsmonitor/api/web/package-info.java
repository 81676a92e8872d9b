/** What every endpoint shares: who acts, how a command is answered, how an error is told, the headers. */
@NullMarked
package nl.gebiedsmonitor.api.web;

import org.jspecify.annotations.NullMarked;
