package parallax.release;

import java.util.List;
import parallax.finding.ReleasedFigure;
import parallax.questionnaire.Questionnaire;
import parallax.study.Wave;
import parallax.web.Page;
import parallax.web.PageContext;

/** A release: who made it when, where it stands, and its figures as they were frozen. */
public final class ReleasePage extends Page {

    private final Wave wave;
    private final ReleaseRow release;
    private final List<ReleasedTable> tables;

    /** @param figures none once it is withdrawn */
    ReleasePage(
            PageContext context,
            Wave wave,
            ReleaseRow release,
            Questionnaire questionnaire,
            List<ReleasedFigure> figures) {
        super("/templates/release/release.ftlh", context);
        this.wave = wave;
        this.release = release;
        this.tables = ReleasedTable.of(figures, questionnaire);
    }

    /** A line under the title and what it says. */
    public record Fact(String name, String value) {}

    public String getWaveName() {
        return wave.name();
    }

    public String getWaveUrl() {
        return "/waves/" + wave.id();
    }

    public int getNumber() {
        return release.number();
    }

    public String getState() {
        return ReleaseWords.of(release.state());
    }

    public boolean isWithdrawn() {
        return release.state() == ReleaseState.WITHDRAWN;
    }

    public String getWithdrawUrl() {
        return "/waves/%s/releases/%s/withdraw".formatted(wave.id(), release.id());
    }

    public List<Fact> getFacts() {
        String by = release.madeByName() == null ? "" : ", by " + release.madeByName();
        Fact made = new Fact("Made", ReleaseWords.time(release.madeAt()) + by);
        Fact segments =
                new Fact("Segments", release.segments().isEmpty() ? "none" : String.join(", ", release.segments()));
        Fact questionnaire = new Fact("Questionnaire", "version " + release.questionnaireVersion());
        if (release.withdrawnAt() == null) {
            return List.of(made, segments, questionnaire);
        }
        String who = release.withdrawnByName() == null ? "" : ", by " + release.withdrawnByName();
        return List.of(
                made, new Fact("Withdrawn", ReleaseWords.time(release.withdrawnAt()) + who), segments, questionnaire);
    }

    public List<ReleasedTable> getTables() {
        return tables;
    }
}
