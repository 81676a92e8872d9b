package nl.gebiedsmonitor.api.sdmx;

import java.util.EnumSet;
import java.util.Set;

/** The structures that the agency maintains, and which of them refer to which. */
enum Artefact {
    DATAFLOW(
            "dataflow",
            "datastructure.Dataflow",
            "OBSERVATIONS",
            "Waarnemingen van alle indicatoren per gebied en periode",
            "All indicators by area and period"),
    DATA_STRUCTURE(
            "datastructure",
            "datastructure.DataStructure",
            "OBSERVATIONS",
            "Structuur van waarnemingen",
            "Structure of observations"),
    CONCEPT_SCHEME(
            "conceptscheme",
            "conceptscheme.ConceptScheme",
            "CS_GEBIEDSMONITOR",
            "Begrippen van Gebiedsmonitor",
            "Concepts of Gebiedsmonitor"),
    CL_INDICATOR("codelist", "codelist.Codelist", "CL_INDICATOR", "Indicatoren", "Indicators"),
    CL_GEBIED("codelist", "codelist.Codelist", "CL_GEBIED", "Gebieden", "Areas"),
    CL_OBS_STATUS("codelist", "codelist.Codelist", "CL_OBS_STATUS", "Status van een waarneming", "Observation status"),
    /** The scheme that every agency is listed in; its id and version are laid down by SDMX. */
    AGENCY_SCHEME("agencyscheme", "base.AgencyScheme", "AGENCIES", "Beheerders", "Agencies");

    static final String AGENCY = "NL_GEBIEDSMONITOR";

    static final String AGENCY_NAME = "Gebiedsmonitor";

    private final String type;
    private final String urnClass;
    private final String id;
    private final String nl;
    private final String en;

    Artefact(String type, String urnClass, String id, String nl, String en) {
        this.type = type;
        this.urnClass = urnClass;
        this.id = id;
        this.nl = nl;
        this.en = en;
    }

    /** The type as it is written in the path of a structure query. */
    String type() {
        return type;
    }

    String id() {
        return id;
    }

    Text title() {
        return new Text(nl, en);
    }

    String agency() {
        return this == AGENCY_SCHEME ? "SDMX" : AGENCY;
    }

    String version() {
        return this == AGENCY_SCHEME ? "1.0" : "1.0.0";
    }

    /** Agency, id and version, such as {@code NL_GEBIEDSMONITOR:OBSERVATIONS(1.0.0)}. */
    String reference() {
        return agency() + ":" + id + "(" + version() + ")";
    }

    String urn() {
        return "urn:sdmx:org.sdmx.infomodel." + urnClass + "=" + reference();
    }

    /** The URN of something inside this, such as a code or a concept. */
    String urnOf(String itemClass, String item) {
        return "urn:sdmx:org.sdmx.infomodel." + itemClass + "=" + reference() + "." + item;
    }

    /** What this refers to itself. */
    Set<Artefact> children() {
        return switch (this) {
            case DATAFLOW -> EnumSet.of(DATA_STRUCTURE, AGENCY_SCHEME);
            case DATA_STRUCTURE -> EnumSet.of(CONCEPT_SCHEME, CL_INDICATOR, CL_GEBIED, CL_OBS_STATUS, AGENCY_SCHEME);
            case CONCEPT_SCHEME, CL_INDICATOR, CL_GEBIED, CL_OBS_STATUS -> EnumSet.of(AGENCY_SCHEME);
            case AGENCY_SCHEME -> EnumSet.noneOf(Artefact.class);
        };
    }

    /** What refers to this itself. */
    Set<Artefact> parents() {
        Set<Artefact> parents = EnumSet.noneOf(Artefact.class);
        for (Artefact other : values()) {
            if (other.children().contains(this)) {
                parents.add(other);
            }
        }
        return parents;
    }
}
