package nl.gebiedsmonitor.domain.effect;

import java.util.List;

/**
 * A balanced panel whose treated units are all treated from the same period on, to the end. {@link PanelDraft} makes one,
 * or says why it cannot be.
 */
public final class Panel {

    private final List<String> controls;
    private final List<String> treated;
    private final List<String> times;
    private final Block block;

    Panel(List<String> controls, List<String> treated, List<String> times, Block block) {
        this.controls = List.copyOf(controls);
        this.treated = List.copyOf(treated);
        this.times = List.copyOf(times);
        this.block = block;
    }

    /** The units that are never treated, in order of their names. */
    public List<String> controls() {
        return controls;
    }

    /** The units that are treated, in order of their names. */
    public List<String> treated() {
        return treated;
    }

    /** The periods, in order. */
    public List<String> times() {
        return times;
    }

    /** How many periods come before treatment. */
    public int prePeriods() {
        return block.prePeriods();
    }

    /** How many periods are treated. */
    public int postPeriods() {
        return block.postPeriods();
    }

    Block block() {
        return block;
    }
}
