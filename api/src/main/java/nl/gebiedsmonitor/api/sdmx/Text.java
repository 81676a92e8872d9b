package nl.gebiedsmonitor.api.sdmx;

import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;

/** A name in Dutch and in English. */
record Text(String nl, String en) {

    /** A name that is the same in both. */
    static Text of(String name) {
        return new Text(name, name);
    }

    /** The name of an indicator, in Dutch where it has no other. */
    static Text of(IndicatorDefinition definition) {
        String english = definition.nameEn();
        return new Text(definition.nameNl(), english == null ? definition.nameNl() : english);
    }

    String in(Language language) {
        return language == Language.NL ? nl : en;
    }
}
