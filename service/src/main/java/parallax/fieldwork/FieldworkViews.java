package parallax.fieldwork;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.PageContext;

/** Gathers what the pages show. */
final class FieldworkViews {

    private static final int MAILS_A_PAGE = 50;

    private final FieldworkTools tools;
    private final FieldService field;
    private final MailListService mails;

    FieldworkViews(FieldworkTools tools, FieldService field, MailListService mails) {
        this.tools = tools;
        this.field = field;
        this.mails = mails;
    }

    ClosePage close(PageContext context, WaveId id) {
        Wave wave = tools.waves().require(id);
        return new ClosePage(context, engagement(wave), wave, field.numbers(id));
    }

    ReminderPage reminder(PageContext context, WaveId id) {
        Wave wave = tools.waves().require(id);
        return new ReminderPage(
                context,
                engagement(wave),
                wave,
                ReminderPlan.mayRemind(wave, tools.clock().instant()));
    }

    OutboxPage outbox(PageContext context, WaveId id, @Nullable String after) {
        Wave wave = tools.waves().require(id);
        RequestDao requests = tools.jdbi().onDemand(RequestDao.class);
        return new OutboxPage(
                context, engagement(wave), wave, mails.list(id, after, MAILS_A_PAGE), requests.listWishes(id));
    }

    MailPage mail(PageContext context, WaveId id, UUID mail) {
        Wave wave = tools.waves().require(id);
        return new MailPage(context, engagement(wave), wave, mails.find(id, mail));
    }

    private Engagement engagement(Wave wave) {
        return tools.engagements().require(wave.engagementId());
    }
}
