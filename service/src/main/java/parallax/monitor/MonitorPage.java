package parallax.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import parallax.chart.Layout;
import parallax.fieldwork.FieldCourse;
import parallax.fieldwork.FieldNumbers;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.FieldTable;
import parallax.fieldwork.ReminderPlan;
import parallax.fieldwork.WavePage;
import parallax.fieldwork.Words;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveState;
import parallax.web.PageContext;

/** How a wave's field stands: counts with their n and time, never who. */
public final class MonitorPage extends WavePage {

    /** With the name that METHOD and the API give it, and in words. */
    private static final List<List<String>> RATES = List.of(
            List.of("rr2", "Response rate (RR2)"),
            List.of("rr6", "Of those reached (RR6)"),
            List.of("coop1", "Cooperation (COOP1)"),
            List.of("con1", "Contact (CON1)"),
            List.of("ref1", "Refusal (REF1)"),
            List.of("completion", "Finished of begun"));

    private final FieldNumbers numbers;
    private final FieldChart chart;
    private final int minimum;

    MonitorPage(PageContext context, Engagement engagement, Wave wave, FieldNumbers numbers) {
        super("/templates/monitor/field.ftlh", context, engagement, wave);
        this.numbers = numbers;
        this.chart = new FieldChart(wave, numbers);
        this.minimum = engagement.minimumGroup();
    }

    public boolean isRunning() {
        return wave().state().takesAnswers();
    }

    public String getUpdated() {
        return Words.clock(numbers.updatedAt());
    }

    public String getUpdatedAt() {
        return Words.moment(numbers.updatedAt());
    }

    public int getMinimum() {
        return minimum;
    }

    /** Everybody asked: figures with their names. */
    public List<Figure> getFigures() {
        List<Item> all =
                numbers.items().stream().filter(item -> item.segment() == null).toList();
        int invited = sum(all, Item::invited);
        int completed = sum(all, Item::completed);
        int started = sum(all, Item::started);
        int stopped = sum(all, Item::optedOut);
        List<Figure> figures = new ArrayList<>();
        String share = invited == 0 ? "" : " (%s)".formatted(Words.percent((double) completed / invited));
        figures.add(new Figure(completed + " of " + invited, "answered" + share));
        figures.add(new Figure(Integer.toString(started), "started, not finished"));
        if (isRunning()) {
            figures.add(new Figure(Integer.toString(sum(all, Item::silent)), "no answer yet"));
        }
        figures.add(new Figure(Integer.toString(sum(all, Item::bounced)), "bounced"));
        figures.add(new Figure(Integer.toString(stopped), "stopped mails"));
        return figures;
    }

    /** When it ends; empty for a wave that is over. */
    public String getEnd() {
        Instant closesAt = wave().closesAt();
        if (!isRunning()) {
            return "";
        }
        if (closesAt == null) {
            return "It is closed by hand.";
        }
        Instant end = closesAt.plus(Duration.ofDays(wave().graceDays()));
        return wave().state() == WaveState.CLOSING
                ? "Reminders have stopped; late answers count until %s.".formatted(Words.moment(end))
                : "It closes in %s, on %s; late answers count until %s."
                        .formatted(days(closesAt), Words.moment(closesAt), Words.moment(end));
    }

    /** When those still open are reminded by the plan; empty once reminders have stopped. */
    public String getNextReminder() {
        FieldNumbers.NextReminder next = numbers.nextReminder();
        if (wave().state() != WaveState.OPEN) {
            return "";
        }
        return next == null ? "None is planned any more." : Words.moment(next.at());
    }

    public boolean isRemindable() {
        return ReminderPlan.mayRemind(wave(), numbers.updatedAt());
    }

    public List<FieldTable.Row> getRows() {
        return FieldTable.rows(numbers);
    }

    public List<String> getRateNames() {
        return RATES.stream().map(rate -> rate.get(1)).toList();
    }

    /** A row a group: a rate with its n in each cell. */
    public List<RateRow> getRateRows() {
        return numbers.items().stream()
                .map(item -> new RateRow(
                        FieldTable.name(item),
                        RATES.stream().map(rate -> rate(item, rate.get(0))).toList()))
                .toList();
    }

    public String getWideChart() {
        return chart.draw(Layout.WIDE);
    }

    public String getNarrowChart() {
        return chart.draw(Layout.NARROW);
    }

    /** A row an audience and day that is told. */
    public List<DayRow> getDays() {
        return numbers.courses().stream()
                .flatMap(course -> course.days().stream()
                        .map(day -> new DayRow(audience(course), FieldChart.inWords(day.day()), day.answered())))
                .toList();
    }

    /** A row a page: what share of each audience went on from it. */
    public List<PageRow> getPages() {
        int most = numbers.courses().stream()
                .mapToInt(course ->
                        course.pages() == null ? 0 : course.pages().reached().size())
                .max()
                .orElse(0);
        return IntStream.range(0, most)
                .mapToObj(page -> new PageRow(
                        "Page " + (page + 1),
                        numbers.courses().stream()
                                .map(course -> went(course, page))
                                .toList()))
                .toList();
    }

    /** What went on how and on what, a row an audience. */
    public List<WayRow> getWays() {
        return numbers.courses().stream()
                .map(course -> new WayRow(audience(course), minutes(course), devices(course)))
                .toList();
    }

    /** With how many of each went on from a page at all. */
    public List<String> getAudiences() {
        return numbers.courses().stream()
                .map(course -> course.pages() == null
                        ? audience(course)
                        : "%s (n %s)".formatted(audience(course), course.pages().people()))
                .toList();
    }

    private static String went(FieldCourse course, int page) {
        FieldCourse.Pages pages = course.pages();
        if (pages == null) {
            return "[c]";
        }
        return page < pages.reached().size() ? Words.percent(pages.reached().get(page)) : "";
    }

    private String minutes(FieldCourse course) {
        FieldCourse.Minutes minutes = course.minutes();
        return minutes == null
                ? "known of fewer than %d".formatted(minimum)
                : "%s (n %s)".formatted(minutes.median(), minutes.people());
    }

    private String devices(FieldCourse course) {
        FieldCourse.Devices devices = course.devices();
        if (devices == null) {
            return "known of fewer than %d".formatted(minimum);
        }
        Double phone = devices.phone();
        return phone == null
                ? "fewer than %d on one of the two (n %s)".formatted(minimum, devices.people())
                : "phone %s, computer %s (n %s)"
                        .formatted(Words.percent(phone), Words.percent(1 - phone), devices.people());
    }

    private static String rate(Item item, String name) {
        Double rate = item.rates().get(name);
        Integer base = item.rateBases().get(name);
        return rate == null || base == null ? "–" : "%s of %d".formatted(Words.percent(rate), base);
    }

    private static String audience(FieldCourse course) {
        return Words.audience(Audience.ofCode(course.audience()));
    }

    private String days(Instant closesAt) {
        long hours = Math.max(0, Duration.between(numbers.updatedAt(), closesAt).toHours());
        return hours < 24 ? Words.count((int) hours, "hour", "hours") : Words.count((int) (hours / 24), "day", "days");
    }

    private static int sum(List<Item> items, ToIntFunction<Item> count) {
        return items.stream().mapToInt(count).sum();
    }

    /** A number and what it is. */
    public record Figure(String number, String name) {}

    /** The rates of a group. */
    public record RateRow(String name, List<String> rates) {}

    /** How many of an audience had answered until a day. */
    public record DayRow(String audience, String day, int answered) {}

    /** What share of each audience went on from a page. */
    public record PageRow(String page, List<String> people) {}

    /** How long an audience took, and on what. */
    public record WayRow(String audience, String minutes, String devices) {}
}
