package nl.gebiedsmonitor.projections.study;

import java.util.List;
import nl.gebiedsmonitor.domain.study.StudyAssessment;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import nl.gebiedsmonitor.domain.study.StudyResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the parts of a study are kept: in JSON, which is read as a whole and never searched. */
final class StudyRows {

    private static final JsonMapper JSON = new JsonMapper();

    private StudyRows() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static StudyDesign design(String text) {
        return JSON.readValue(text, StudyDesign.class);
    }

    static Registration registration(String text) {
        return JSON.readValue(text, Registration.class);
    }

    static List<StudyResult> results(String text) {
        return JSON.readValue(text, new TypeReference<List<StudyResult>>() {});
    }

    static StudyAssessment assessment(String text) {
        return JSON.readValue(text, StudyAssessment.class);
    }
}
