package nl.knelpunt.engine.component;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.port.Geometry;

/** A geometry that takes every area as it is, and for the rectangle around it. */
final class FlatMap implements Geometry {

    @Override
    public Area checked(Area drawn) {
        return drawn;
    }

    @Override
    public Area united(List<Area> areas) {
        return new Area(areas.stream().flatMap(a -> a.polygons().stream()).toList());
    }

    @Override
    public Predicate<Position> within(Area area) {
        DoubleSummaryStatistics east = spread(area, Position::longitude);
        DoubleSummaryStatistics north = spread(area, Position::latitude);
        return p -> p.longitude() >= east.getMin()
                && p.longitude() <= east.getMax()
                && p.latitude() >= north.getMin()
                && p.latitude() <= north.getMax();
    }

    private static DoubleSummaryStatistics spread(Area area, ToDoubleFunction<Position> of) {
        return area.polygons().stream()
                .flatMap(polygon -> polygon.get(0).stream())
                .mapToDouble(of)
                .summaryStatistics();
    }
}
