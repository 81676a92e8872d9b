package nl.gebiedsmonitor.api.web;

/**
 * Who acts.
 *
 * @param subject the system or office that acts
 * @param organisation on whose behalf
 */
record Actor(String subject, String organisation) {}
