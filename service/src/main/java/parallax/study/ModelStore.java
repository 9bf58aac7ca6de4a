package parallax.study;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.web.Caller;

/**
 * The model that can still be changed, as the tables hold it; within a caller's transaction. Nothing is written that could not
 * be read again, whoever asks for it.
 */
final class ModelStore {

    private static final int EDITS_KEPT = 50;

    private ModelStore() {}

    static Questionnaire read(Handle handle, Engagement engagement) {
        UUID id = engagement.id().value();
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        List<Touchpoint> touchpoints = dao.listTouchpoints(id).stream()
                .map(TouchpointRow::toTouchpoint)
                .toList();
        ItemsRow items = dao.findItems(id).orElse(new ItemsRow("[]", "{}"));
        return new Questionnaire(
                engagement.languages(),
                engagement.scalePoints(),
                touchpoints,
                StoredJson.pages(items.pages()),
                StoredJson.ownTexts(items.texts()));
    }

    /** The first one. */
    static void create(Handle handle, UUID engagement, Questionnaire model) {
        ModelLimits.require(model);
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        dao.insertTouchpoints(engagement, rows(model.touchpoints()));
        dao.saveItems(engagement, pages(model), StoredJson.write(model.texts()));
    }

    /** Replaces it and keeps what stood before, to be restored; nothing happens when they are equal. */
    static void replace(Handle handle, Change change, Questionnaire before, Questionnaire after) {
        if (before.equals(after)) {
            return;
        }
        keep(handle, change, before);
        overwrite(handle, change.engagement(), after);
    }

    /** Keeps what stood before a change. */
    static void keep(Handle handle, Change change, Questionnaire before) {
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        UUID id = change.engagement().value();
        dao.insertEdit(
                id,
                StoredJson.write(before),
                change.tools().clock().instant(),
                change.caller().name(),
                change.what());
        dao.deleteOldEdits(id, EDITS_KEPT);
    }

    /** @throws InvalidInputException for what could not be read again */
    static void overwrite(Handle handle, EngagementId engagement, Questionnaire after) {
        ModelLimits.require(after);
        UUID id = engagement.value();
        QuestionnaireDao dao = handle.attach(QuestionnaireDao.class);
        dao.deleteTouchpoints(id);
        dao.insertTouchpoints(id, rows(after.touchpoints()));
        dao.saveItems(id, pages(after), StoredJson.write(after.texts()));
    }

    private static String pages(Questionnaire model) {
        List<@Nullable ItemPageJson> pages = ItemPageJson.from(model.pages());
        return StoredJson.write(pages);
    }

    private static List<TouchpointRow> rows(List<Touchpoint> touchpoints) {
        List<TouchpointRow> rows = new ArrayList<>();
        for (Touchpoint touchpoint : touchpoints) {
            rows.add(TouchpointRow.of(rows.size(), touchpoint));
        }
        return rows;
    }

    /**
     * A change of somebody's.
     *
     * @param what in a few words, such as "Touchpoints"
     */
    record Change(StudyTools tools, Caller caller, EngagementId engagement, String what) {}
}
