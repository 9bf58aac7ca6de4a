package parallax.release;

import java.util.List;
import java.util.Optional;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** The releases of a wave that has figures, on its page. */
final class ReleasePanel implements WavePanel {

    private static final int AFTER_RESULTS = 45;

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
        Action make = Action.post("Make release", url)
                .confirming(
                        "It freezes what client people may see: all totals and all planned segments. Afterwards the"
                                + " answers of this wave cannot be replaced, and every later release is held against this one.");
        return Optional.of(new Content(
                AFTER_RESULTS,
                "Releases",
                "What client people may see, frozen and held against everything released of this wave before.",
                List.of(),
                rows.isEmpty() ? null : table(rows, url),
                List.of(make)));
    }

    private static Table table(List<ReleaseRow> rows, String url) {
        return new Table(
                "Releases of this wave",
                List.of("Release", "State", "Segments", "Made"),
                rows.stream().map(ReleasePanel::cells).toList(),
                false,
                rows.stream().map(row -> way(row, url + "/" + row.id())).toList());
    }

    private static List<String> cells(ReleaseRow row) {
        String made = ReleaseWords.time(row.madeAt());
        return List.of(
                "Release\u00a0" + row.number(),
                ReleaseWords.of(row.state()),
                row.segments().isEmpty() ? "none" : String.join(", ", row.segments()),
                row.madeByName() == null ? made : "%s, by %s".formatted(made, row.madeByName()));
    }

    private static Way way(ReleaseRow row, String url) {
        Action withdraw = Action.post("Withdraw release " + row.number(), url + "/withdraw")
                .confirming("Nobody at the client may read it any more. What was seen stays seen: it keeps its place in"
                        + " the ledger.");
        return new Way(url, row.state() == ReleaseState.WITHDRAWN ? null : withdraw);
    }
}
