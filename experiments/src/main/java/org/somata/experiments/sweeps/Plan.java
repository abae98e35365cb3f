package org.somata.experiments.sweeps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.somata.config.SearchConfig;
import org.somata.config.Setting;
import org.somata.config.SpaceConfig;
import org.somata.config.SweepConfig;
import org.somata.config.SweepFile;

/**
 * The points of a sweep, in the order of its search. Those of a larger budget begin with those of a smaller one.
 *
 * @param possible how many the space has, as far as is known
 */
record Plan(List<Point> points, long possible) {
    /** So many draws in a row that give nothing new mean that there is nothing new. */
    private static final int PATIENCE = 1000;

    /**
     * Values that make an experiment that is there already are passed over, so no id comes twice.
     *
     * @throws org.somata.config.ConfigException naming the first point that is no valid experiment, or a key that no
     *     point uses
     */
    static Plan of(SweepFile sweep) {
        SweepConfig config = sweep.config();
        long possible = size(config.space());
        LongFunction<Map<String, Setting>> values = config.search() instanceof SearchConfig.Random random
                ? number -> Draw.values(random.seed(), number, config.space())
                : number -> combination(number, config.space());
        boolean grid = config.search() instanceof SearchConfig.Grid;
        List<Point> points = points(
                sweep,
                values,
                grid ? possible : Long.MAX_VALUE,
                grid ? Long.MAX_VALUE : PATIENCE,
                config.points().orElse(Integer.MAX_VALUE));
        sweep.requireUse(points.stream().map(Point::config).toList());
        return new Plan(points, possible);
    }

    private static List<Point> points(
            SweepFile sweep, LongFunction<Map<String, Setting>> values, long candidates, long patience, int budget) {
        List<Point> points = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        long inVain = 0;
        for (long candidate = 0; candidate < candidates && points.size() < budget && inVain < patience; candidate++) {
            Map<String, Setting> own = values.apply(candidate);
            int number = points.size() + 1;
            Point point = Point.of(number, own, sweep.point(number, own));
            boolean isNew = ids.add(point.id());
            inVain = isNew ? 0 : inVain + 1;
            if (isNew) {
                points.add(point);
            }
        }
        return List.copyOf(points);
    }

    /** Number {@code index} of a grid, of which the last key's values change fastest. */
    private static Map<String, Setting> combination(long index, Map<String, SpaceConfig> space) {
        long above = size(space);
        long rest = index;
        Map<String, Setting> values = new LinkedHashMap<>();
        for (Map.Entry<String, SpaceConfig> each : space.entrySet()) {
            above /= each.getValue().size().orElseThrow();
            values.put(each.getKey(), each.getValue().at((int) (rest / above)));
            rest %= above;
        }
        return values;
    }

    /** How many combinations there are; more than can be counted where a key takes any number of a range. */
    private static long size(Map<String, SpaceConfig> space) {
        long size = 1;
        for (SpaceConfig each : space.values()) {
            long values = each.size().orElse(Integer.MAX_VALUE);
            size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
        }
        return size;
    }
}
