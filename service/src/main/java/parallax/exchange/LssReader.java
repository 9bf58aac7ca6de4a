package parallax.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.exchange.LssSurvey.Question;
import parallax.questionnaire.ItemPage;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Reads a LimeSurvey survey (.lss) into a questionnaire. */
final class LssReader {

    private final LssFile file;
    private final LssSurvey survey;
    private final Draft draft;
    private final LssConditions conditions;
    private final List<String> mandatory = new ArrayList<>();

    private LssReader(LssFile file, Taking taking) {
        List<NotCarried> notCarried = new ArrayList<>();
        Map<String, String> tags = tags(file, taking, notCarried);
        this.file = file;
        this.survey = LssSurvey.of(file, tags);
        this.draft = new Draft(taking, List.copyOf(tags.values()), notCarried);
        this.conditions = new LssConditions(file, draft);
    }

    /** @throws RefusedException when the file is no readable survey or none of its languages is known */
    static Reading read(InputStream in, Taking taking) {
        LssReader reader = new LssReader(LssFile.read(in), taking);
        return reader.read();
    }

    /** Language of the file to language here, the survey's own first; what is not taken is noted. */
    private static Map<String, String> tags(LssFile file, Taking taking, List<NotCarried> notCarried) {
        List<String> wanted = new ArrayList<>();
        file.rows("surveys")
                .forEach(row -> wanted.add(row.getOrDefault("language", "").strip()));
        wanted.addAll(file.languages());
        Map<String, String> tags = new LinkedHashMap<>();
        for (String language : wanted) {
            // "de-informal" is German, "pt-BR" Portuguese
            String tag = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
            if (language.isEmpty() || tags.containsKey(language)) {
                continue;
            }
            if (tags.containsValue(tag)) {
                notCarried.add(
                        new NotCarried(
                                "languages",
                                Texts.named(language),
                                "The language stands in the file twice; the other one was taken. Compare the texts in the editor."));
            } else if (taking.languages().contains(tag)) {
                tags.put(language, tag);
            } else {
                notCarried.add(new NotCarried(
                        "languages",
                        Texts.named(language),
                        "Forms can be made in %s only. Its texts were left out."
                                .formatted(String.join(
                                        ", ",
                                        taking.languages().stream().sorted().toList()))));
            }
        }
        if (tags.isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The survey is in none of the languages that forms can be made in (%s). Nothing was saved. Add one of them in LimeSurvey and export it again."
                            .formatted(String.join(
                                    ", ", taking.languages().stream().sorted().toList())));
        }
        return tags;
    }

    private Reading read() {
        LssQuestions questions = new LssQuestions(draft, conditions);
        for (LssSurvey.Group group : survey.groups()) {
            String where = "group "
                    + Texts.named(group.titles().values().stream().findFirst().orElse(group.id()));
            draft.page("g" + group.id(), draft.texts().plain(where, "title", group.titles(), ItemPage.LONGEST_TITLE));
            if (group.descriptions().values().stream()
                    .anyMatch(text -> !PlainText.of(text).text().isEmpty())) {
                draft.note(where, "description", "Pages have a title and no text. Put it into the hint of a question.");
            }
            for (Question question : survey.questions(group)) {
                effects(question);
                questions.take(question, group);
            }
        }
        survey.strays()
                .forEach(question -> draft.note(
                        question.code(),
                        "question",
                        "It belongs to no group of the file. Put it into one and export again."));
        if (!mandatory.isEmpty()) {
            draft.note(
                    Texts.named(String.join(", ", mandatory)),
                    "mandatory",
                    "Nobody is forced to answer here; an empty answer is pointed out once. Nothing to do.");
        }
        rest();
        return draft.finish();
    }

    /** What a question does beyond being asked. */
    private void effects(Question question) {
        if (question.mandatory().equals("Y") || question.mandatory().equals("S")) {
            mandatory.add(question.code());
        }
        LssEffects.of(question).forEach((what, why) -> draft.note(question.code(), what, why));
    }

    /** Parts of the file that are about the survey, not its questions. */
    private void rest() {
        for (Map<String, String> row : file.rows("surveys_languagesettings")) {
            boolean texts = List.of(
                            "surveyls_welcometext",
                            "surveyls_endtext",
                            "surveyls_description",
                            "surveyls_policy_notice")
                    .stream()
                    .anyMatch(field -> !row.getOrDefault(field, "").isBlank());
            if (texts) {
                draft.note(
                        "survey",
                        "welcome, end and privacy texts",
                        "The first and last page say what is true of this service. Adapt their texts in the editor.");
            }
            draft.note(
                    "survey",
                    "mail texts and settings",
                    "Mails, dates, access and look are set with the wave here. Look at them before the launch.");
        }
        file.others()
                .forEach((table, rows) -> draft.note(
                        "survey",
                        rows == 0 ? Texts.named(table) : "%s (%d rows)".formatted(Texts.named(table), rows),
                        table.startsWith("quota")
                                ? "Everybody who is invited may answer. Invite fewer people instead."
                                : "There is nothing like it here. If it matters, keep it in LimeSurvey."));
    }
}
