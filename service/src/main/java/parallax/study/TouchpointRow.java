package parallax.study;

import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Touchpoint;

/** A row of study.touchpoint; texts as JSON objects of language and text. */
public record TouchpointRow(
        int position,
        String key,
        String labels,
        String owner,
        String phase,
        String hints,
        String phrases,
        String subjects,
        String rewordings) {

    static TouchpointRow of(int position, Touchpoint touchpoint) {
        return new TouchpointRow(
                position,
                touchpoint.key(),
                StoredJson.write(touchpoint.labels()),
                touchpoint.owner().code(),
                touchpoint.phase().code(),
                StoredJson.write(touchpoint.hints()),
                StoredJson.write(touchpoint.phrases()),
                StoredJson.write(touchpoint.subjects()),
                StoredJson.write(RewordingJson.from(touchpoint.rewordings())));
    }

    Touchpoint toTouchpoint() {
        return new Touchpoint(
                key,
                StoredJson.textMap(labels),
                Owner.ofCode(owner),
                Phase.ofCode(phase),
                StoredJson.textMap(hints),
                StoredJson.textMap(phrases),
                StoredJson.textMap(subjects),
                RewordingJson.whole(StoredJson.rewordings(rewordings)));
    }
}
