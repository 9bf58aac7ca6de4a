package parallax.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** The releases of a wave that has figures, on its page. */
final class ReleasePanel implements WavePanel {

    private static final int AFTER_RESULTS = 45;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ReleaseService releases;

    ReleasePanel(ReleaseService releases) {
        this.releases = releases;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (!wave.state().hasFigures()) {
            return Optional.empty();
        }
        List<ReleaseRow> rows = releases.list(wave.id());
        String url = "/waves/" + wave.id() + "/releases";
        List<Action> actions = new ArrayList<>();
        actions.add(
                Action.post("Make release", url)
                        .confirming(
                                "It freezes what client people may see: all totals and all planned segments. Afterwards the"
                                        + " answers of this wave cannot be replaced, and every later release is held against this one."));
        rows.stream()
                .filter(row -> row.state() != ReleaseState.WITHDRAWN)
                .forEach(row -> actions.add(Action.post(
                                "Withdraw release " + row.number(), url + "/" + row.id() + "/withdraw")
                        .confirming("Nobody at the client may read it any more. What was seen stays seen: it keeps"
                                + " its place in the ledger.")));
        return Optional.of(new Content(
                AFTER_RESULTS,
                "Releases",
                "What client people may see, frozen and held against everything released of this wave before.",
                List.of(),
                table(rows),
                actions));
    }

    private static @Nullable Table table(List<ReleaseRow> rows) {
        return rows.isEmpty()
                ? null
                : new Table(
                        "Releases of this wave",
                        List.of("Release", "State", "Segments", "Made"),
                        rows.stream().map(ReleasePanel::cells).toList(),
                        false);
    }

    private static List<String> cells(ReleaseRow row) {
        return List.of(
                Integer.toString(row.number()),
                words(row.state()),
                row.segments().isEmpty() ? "none" : String.join(", ", row.segments()),
                time(row.madeAt()));
    }

    private static String words(ReleaseState state) {
        return switch (state) {
            case DRAFT -> "Made, not published";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
