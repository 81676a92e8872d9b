/** The manifest of 2020 as a script of commands, with which an empty installation starts. */
@NullMarked
package nl.gebiedsmonitor.api.sample;

import org.jspecify.annotations.NullMarked;
