package parallax.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parallax.chart.DayChart;
import parallax.chart.DayChart.Days;
import parallax.chart.DayChart.Point;
import parallax.chart.DayChart.Series;
import parallax.chart.DumbbellChart.Shape;
import parallax.chart.Layout;
import parallax.fieldwork.FieldCourse;
import parallax.fieldwork.FieldNumbers;
import parallax.fieldwork.Words;
import parallax.questionnaire.Audience;
import parallax.study.Wave;

/** Draws who answered until when, of each audience of which enough have. */
final class FieldChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final FieldNumbers numbers;
    private final LocalDate first;
    private final LocalDate last;

    FieldChart(Wave wave, FieldNumbers numbers) {
        this.numbers = numbers;
        this.first = day(wave.launchedAt() == null ? numbers.updatedAt() : wave.launchedAt());
        LocalDate until = day(wave.closedAt() == null ? numbers.updatedAt() : wave.closedAt());
        this.last = until.isBefore(first) ? first : until;
    }

    /** As SVG; "" when too few have answered to draw anybody. */
    String draw(Layout layout) {
        List<Series> groups = numbers.courses().stream()
                .filter(course -> !course.days().isEmpty())
                .flatMap(course -> series(course).stream())
                .toList();
        Days days = new Days((int) first.toEpochDay(), (int) last.toEpochDay(), inWords(first), inWords(last));
        return groups.isEmpty()
                ? ""
                : new DayChart("field-" + layout.name().toLowerCase(Locale.ROOT), layout)
                        .draw(
                                groups,
                                days,
                                "Share of those invited who have answered, day by day",
                                description(groups));
    }

    static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    private Optional<Series> series(FieldCourse course) {
        Audience audience = Audience.ofCode(course.audience());
        int invited = numbers.items().stream()
                .filter(item -> item.segment() == null && item.audience().equals(course.audience()))
                .mapToInt(FieldNumbers.Item::invited)
                .sum();
        if (invited == 0) {
            return Optional.empty();
        }
        List<Point> points = course.days().stream()
                .map(day -> new Point((int) day.day().toEpochDay(), (double) day.answered() / invited))
                .toList();
        String name = "%s %s"
                .formatted(
                        Words.audience(audience),
                        Words.percent(points.get(points.size() - 1).share()));
        return Optional.of(new Series(shape(audience), name, points));
    }

    private String description(List<Series> groups) {
        return "From %s to %s: %s of those invited."
                .formatted(
                        inWords(first),
                        inWords(last),
                        String.join(", ", groups.stream().map(Series::name).toList()));
    }

    private static Shape shape(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> Shape.CUSTOMERS;
            case SALES -> Shape.SALES;
            case MARKETING -> Shape.MARKETING;
            // the ring, which no other group has here
            case LEADERSHIP -> Shape.BEFORE;
        };
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
