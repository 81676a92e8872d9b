package nl.gebiedsmonitor.domain.study;

import java.util.List;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;

/** Finds the comparison gebieden of a study, by what is acknowledged at the moment of asking. */
public interface Donors {

    /**
     * What was found.
     *
     * @param gebieden the donors, in order of their codes
     * @param excluded what the rule or the list would have, with the reason why not
     * @param overlapping those of the treated and of the donors that share ground with another one of them
     * @param otherMeasures measures of the same opgaven in treated gebieden, other than those of the study, that overlap it
     * @param concerns what could not be seen to, and what was allowed though it may do harm
     */
    record Found(
            List<GebiedCode> gebieden,
            List<Excluded> excluded,
            List<GebiedCode> overlapping,
            List<OtherMeasure> otherMeasures,
            List<Concern> concerns) {
        public Found {
            gebieden = List.copyOf(gebieden);
            excluded = List.copyOf(excluded);
            overlapping = List.copyOf(overlapping);
            otherMeasures = List.copyOf(otherMeasures);
            concerns = List.copyOf(concerns);
        }
    }

    /** A measure that is not of the study. */
    record OtherMeasure(String measure, GebiedCode gebied) {

        @Override
        public String toString() {
            return measure + " in " + gebied;
        }
    }

    /** A gebied that is no donor. */
    record Excluded(GebiedCode gebied, Why why) {

        /** Why it is not. */
        public enum Why {
            /** It is treated itself, lies in a treated gebied, or around one. */
            TREATED,
            NEIGHBOUR,
            /** A measure of the study is taken in it, around it or inside it. */
            SAME_MEASURE,
            /** A measure of the opgave that donors must be without is taken in it, around it or inside it. */
            OTHER_MEASURE
        }
    }

    Found of(StudyDesign design);
}
