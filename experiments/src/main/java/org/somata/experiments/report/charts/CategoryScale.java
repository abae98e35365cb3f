package org.somata.experiments.report.charts;

import java.util.ArrayList;
import java.util.List;

/** An axis of names: the value i is the place of the i-th. */
record CategoryScale(List<String> names) implements Scale {
    /** Letters of a name that have room. */
    private static final int MOST_LETTERS = 14;

    @Override
    public double at(double value) {
        return (value + 0.5) / names.size();
    }

    @Override
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        int letters = Math.max(3, MOST_LETTERS * 2 / names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            ticks.add(new Tick(i, name.length() <= letters ? name : name.substring(0, letters - 1) + "…"));
        }
        return ticks;
    }
}
