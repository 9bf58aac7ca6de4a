package parallax.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parallax.fieldwork.FieldCountDao.CountRow;
import parallax.fieldwork.FieldCourse.Day;
import parallax.fieldwork.FieldCourse.Devices;
import parallax.fieldwork.FieldCourse.Minutes;
import parallax.fieldwork.FieldCourse.Pages;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

class FieldCourseTest {

    private static final WaveId WAVE = WaveId.fromString("00000000-0000-4000-8000-000000000001");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void customersAreCountedDayByDayAndATeamOnlyWhenAMinimumGroupMoreHasAnswered() {
        List<CountRow> rows = Stream.of(Audience.CUSTOMER, Audience.SALES)
                .flatMap(audience -> Stream.of(
                        row(audience, "day", day(0), 4),
                        row(audience, "day", day(1), 1),
                        row(audience, "day", day(3), 3)))
                .toList();
        assertThat(FieldCourse.of(Audience.CUSTOMER, rows, 5).days())
                .containsExactly(new Day(MONDAY, 4), new Day(MONDAY.plusDays(1), 5), new Day(MONDAY.plusDays(3), 8));
        assertThat(FieldCourse.of(Audience.SALES, rows, 5).days()).containsExactly(new Day(MONDAY.plusDays(1), 5));
    }

    @Test
    void whatFewerThanTheMinimumDidIsNotTold() {
        List<CountRow> rows = List.of(
                row(Audience.CUSTOMER, "day", day(0), 4),
                row(Audience.CUSTOMER, "page", 1, 4),
                row(Audience.CUSTOMER, "minutes", 2, 4),
                row(Audience.CUSTOMER, "device", 1, 4));
        FieldCourse course = FieldCourse.of(Audience.CUSTOMER, rows, 5);
        assertThat(course).isEqualTo(new FieldCourse("customer", List.of(), null, null, null));
    }

    @Test
    void pagesStandInOrderWithThoseThatNobodyStoppedAt() {
        List<CountRow> rows = List.of(row(Audience.SALES, "page", 3, 5), row(Audience.SALES, "page", 1, 6));
        // 5 of 6 are 83 %
        assertThat(FieldCourse.of(Audience.SALES, rows, 5).pages())
                .isEqualTo(new Pages(List.of(1.0, 0.0, 0.85), "5–9"));
    }

    @Test
    void theMedianIsNoFinerThanItsClass() {
        List<CountRow> rows = List.of(
                row(Audience.CUSTOMER, "minutes", MinuteClass.of(Duration.ofSeconds(90)), 2),
                row(Audience.CUSTOMER, "minutes", MinuteClass.of(Duration.ofMinutes(4)), 2),
                row(Audience.CUSTOMER, "minutes", MinuteClass.of(Duration.ofHours(30)), 1));
        assertThat(FieldCourse.of(Audience.CUSTOMER, rows, 5).minutes())
                .isEqualTo(new Minutes("4 to 6 minutes", "5–9"));
    }

    @Test
    void aDeviceThatFewUsedIsNotToldNorTheOtherFromWhichItFollows() {
        // 5 of 12 are 42 %
        assertThat(devices(7, 5)).isEqualTo(new Devices(0.4, "10–19"));
        assertThat(devices(8, 4)).isEqualTo(new Devices(null, "10–19"));
        assertThat(devices(12, 0)).isEqualTo(new Devices(null, "10–19"));
    }

    private static FieldCourse.Devices devices(int computer, int phone) {
        return FieldCourse.of(
                        Audience.CUSTOMER,
                        List.of(
                                row(Audience.CUSTOMER, "device", 0, computer),
                                row(Audience.CUSTOMER, "device", 1, phone)),
                        5)
                .devices();
    }

    private static int day(int after) {
        return (int) MONDAY.plusDays(after).toEpochDay();
    }

    private static CountRow row(Audience audience, String what, int value, int people) {
        return new CountRow(WAVE, audience, what, value, people);
    }
}
