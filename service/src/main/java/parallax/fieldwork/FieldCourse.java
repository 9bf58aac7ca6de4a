package parallax.fieldwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.FieldCountDao.CountRow;
import parallax.questionnaire.Audience;

/**
 * How an audience answered, as counts that stand with nobody. What fewer than the minimum group did is not told, and of those
 * on the web only shares to 5 % and a band of n: exact ones beside the number of answers would tell how many were
 * interviewed, and from one answer to the next of whom (docs/adr/011).
 *
 * @param days on which somebody answered (UTC), with how many had until then; of a team only days on which a further minimum
 *     group was full: its members know when a colleague answered
 * @param pages null: not told
 * @param minutes null: not told
 * @param devices null: not told
 */
public record FieldCourse(
        String audience,
        List<Day> days,
        @JsonInclude @Nullable Pages pages,
        @JsonInclude @Nullable Minutes minutes,
        @JsonInclude @Nullable Devices devices) {

    private static final int FINEST_PERCENT = 5;

    public FieldCourse {
        days = List.copyOf(days);
    }

    /** @param answered people until the end of that day */
    public record Day(LocalDate day, int answered) {}

    /**
     * How far people came on the web.
     *
     * @param reached share of them, in [0, 1] to 0.05, who went on from page 1, 2, …, or further
     * @param people who went on from a page: a band such as "10–19"
     */
    public record Pages(List<Double> reached, String people) {

        public Pages {
            reached = List.copyOf(reached);
        }
    }

    /**
     * How long answering took, from the first page saved to the last; interruptions count.
     *
     * @param median in words, no finer than a class of minutes
     * @param people whose time is known: a band
     */
    public record Minutes(String median, String people) {}

    /**
     * What people answered on.
     *
     * @param phone share in [0, 1] to 0.05; null where fewer than the minimum group used one of the two
     * @param people who answered on the web: a band
     */
    public record Devices(@JsonInclude @Nullable Double phone, String people) {}

    static FieldCourse of(Audience audience, List<CountRow> rows, int minimum) {
        Map<String, SortedMap<Integer, Integer>> counts = new TreeMap<>();
        for (CountRow row : rows) {
            if (row.audience() == audience) {
                counts.computeIfAbsent(row.what(), what -> new TreeMap<>())
                        .merge(row.value(), row.people(), Integer::sum);
            }
        }
        SortedMap<Integer, Integer> none = new TreeMap<>();
        return new FieldCourse(
                audience.code(),
                days(counts.getOrDefault(FieldCounts.DAY, none), minimum, audience.isTeam() ? minimum : 1),
                pages(counts.getOrDefault(FieldCounts.PAGE, none), minimum),
                minutes(counts.getOrDefault(FieldCounts.MINUTES, none), minimum),
                devices(counts.getOrDefault(FieldCounts.DEVICE, none), minimum));
    }

    private static List<Day> days(SortedMap<Integer, Integer> byDay, int minimum, int step) {
        List<Day> days = new ArrayList<>();
        int answered = 0;
        int told = 0;
        for (Map.Entry<Integer, Integer> day : byDay.entrySet()) {
            answered += day.getValue();
            if (answered - told >= step) {
                days.add(new Day(LocalDate.ofEpochDay(day.getKey()), answered));
                told = answered;
            }
        }
        return answered < minimum ? List.of() : days;
    }

    private static @Nullable Pages pages(SortedMap<Integer, Integer> byPage, int minimum) {
        int most = byPage.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most < minimum) {
            return null;
        }
        List<Double> reached = new ArrayList<>();
        for (int page = 1; page <= byPage.lastKey(); page++) {
            reached.add(share(byPage.getOrDefault(page, 0), most));
        }
        return new Pages(reached, band(most, minimum));
    }

    private static @Nullable Minutes minutes(SortedMap<Integer, Integer> byClass, int minimum) {
        int people = sum(byClass);
        if (people < minimum) {
            return null;
        }
        int until = 0;
        for (Map.Entry<Integer, Integer> minutes : byClass.entrySet()) {
            until += minutes.getValue();
            if (2 * until >= people) {
                return new Minutes(MinuteClass.inWords(minutes.getKey()), band(people, minimum));
            }
        }
        return null;
    }

    private static @Nullable Devices devices(SortedMap<Integer, Integer> byDevice, int minimum) {
        int people = sum(byDevice);
        if (people < minimum) {
            return null;
        }
        int phone = byDevice.getOrDefault(FieldCounts.ON_A_PHONE, 0);
        int computer = people - phone;
        return new Devices(Math.min(phone, computer) < minimum ? null : share(phone, people), band(people, minimum));
    }

    private static double share(int part, int people) {
        return Math.round(100.0 / FINEST_PERCENT * part / people) * FINEST_PERCENT / 100.0;
    }

    /** CONFIDENTIALITY's bands of n. */
    private static String band(int people, int minimum) {
        if (people >= 50) {
            return "50 and more";
        }
        return people >= 20 ? "20–49" : people >= 10 ? "10–19" : Math.min(minimum, people) + "–9";
    }

    private static int sum(SortedMap<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
