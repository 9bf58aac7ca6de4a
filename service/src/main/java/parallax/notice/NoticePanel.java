package parallax.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parallax.fieldwork.Words;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** When the people of a wave that is over are deleted, on its page. */
final class NoticePanel implements WavePanel {

    private static final int ORDER = 70;

    private final int contactsKeptDays;

    NoticePanel(int contactsKeptDays) {
        this.contactsKeptDays = contactsKeptDays;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        Instant closedAt = wave.closedAt();
        if (wave.source() != AnswerSource.FIELDWORK || closedAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                ORDER,
                "Contacts",
                "The people of this wave and its mails are deleted on %s, unless another wave still needs them."
                        .formatted(Words.moment(closedAt.plus(Duration.ofDays(contactsKeptDays)))),
                List.of(),
                null,
                List.of()));
    }
}
