package parallax.fieldwork;

import java.util.List;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.web.PageContext;

/** What closing means, before it is done. */
public final class ClosePage extends WavePage {

    private final FieldNumbers numbers;

    ClosePage(PageContext context, Engagement engagement, Wave wave, FieldNumbers numbers) {
        super("/templates/fieldwork/close.ftlh", context, engagement, wave);
        this.numbers = numbers;
    }

    public boolean isRunning() {
        return wave().state().takesAnswers();
    }

    public List<FieldTable.Row> getRows() {
        return FieldTable.rows(numbers);
    }

    public String getUpdated() {
        return Words.moment(numbers.updatedAt());
    }
}
