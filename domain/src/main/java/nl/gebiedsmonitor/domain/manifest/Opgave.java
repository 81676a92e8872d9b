package nl.gebiedsmonitor.domain.manifest;

/** The five opgaven of "Kom op voor de meest kwetsbare gebieden". */
public enum Opgave {
    ONDERWIJSACHTERSTANDEN,
    TOELEIDING_NAAR_WERK,
    SCHULDHULPVERLENING,
    KINDEREN_EN_JONGEREN,
    ONDERMIJNING_EN_LEEFBAARHEID
}
