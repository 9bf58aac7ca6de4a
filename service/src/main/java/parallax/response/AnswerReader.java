package parallax.response;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.study.SegmentVariable;
import parallax.table.RowProblems;
import parallax.table.TextTable;

/** Reads a long table of answers and says what is wrong with it, row by row. */
final class AnswerReader {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_KEYS_NAMED = 15;

    private final Questionnaire questionnaire;
    private final Set<Audience> audiences;
    private final RowProblems problems = new RowProblems();

    AnswerReader(Questionnaire questionnaire, Set<Audience> audiences) {
        this.questionnaire = questionnaire;
        this.audiences = audiences;
    }

    /**
     * Reads all rows.
     *
     * @param progress told the row now and then
     * @throws parallax.web.RefusedException INVALID with the problems, MALFORMED, TOO_LARGE
     */
    ImportedAnswers read(TextTable table, IntConsumer progress) {
        AnswerColumns columns = AnswerColumns.of(table);
        ImportedAnswers answers = new ImportedAnswers(
                questionnaire, List.copyOf(columns.segments().keySet()));
        table.forEach(row -> {
            readRow(columns, row, answers);
            if (row.number() % 10_000 == 0) {
                progress.accept(row.number());
            }
        });
        checkSegments(answers);
        if (answers.rows() == 0 && problems.total() == 0) {
            problems.add(2, null, null, "the file has no row below its header");
        }
        problems.refuseIfAny();
        return answers;
    }

    private void readRow(AnswerColumns columns, TextTable.Row row, ImportedAnswers answers) {
        int before = problems.total();
        List<String> cells = row.cells();
        Audience audience = audience(row.number(), cells.get(columns.audience()));
        String respondent = name(row.number(), "respondent", cells.get(columns.respondent()));
        if (respondent.isEmpty()) {
            problems.add(row.number(), "respondent", null, "every row needs the code of its respondent");
        }
        String account = name(row.number(), "account", cells.get(columns.account()));
        List<String> segments = columns.segmentValues(cells).stream()
                .map(value -> name(row.number(), "segment", value))
                .toList();
        Answer answer = answer(columns, row);
        if (audience == null || problems.total() > before) {
            return;
        }
        ImportedAnswers.Person person = new ImportedAnswers.Person(audience, respondent);
        ImportedAnswers.Told now = new ImportedAnswers.Told(account, segments, row.number());
        if (agrees(columns, person, now, answers.told(person, now))) {
            answers.countRow();
            answer.keep(answers, new ImportedAnswers.Key(person, segments));
        }
    }

    /** Everybody has one account; customers one segment too, while a team may answer segment by segment. */
    private boolean agrees(
            AnswerColumns columns,
            ImportedAnswers.Person person,
            ImportedAnswers.Told now,
            ImportedAnswers.Told before) {
        if (!before.account().equals(now.account())) {
            problems.add(
                    now.row(),
                    "account",
                    now.account(),
                    "respondent '%s' belongs to account '%s' in row %d; a respondent has one account"
                            .formatted(person.respondent(), before.account(), before.row()));
            return false;
        }
        for (int i = 0;
                person.audience() == Audience.CUSTOMER && i < now.segments().size();
                i++) {
            String was = before.segments().get(i);
            if (!was.equals(now.segments().get(i))) {
                problems.add(
                        now.row(),
                        columns.segmentName(i),
                        now.segments().get(i),
                        "respondent '%s' %s in row %d; a customer stays in one segment"
                                .formatted(
                                        person.respondent(),
                                        was.isEmpty() ? "has no segment" : "is in segment '" + was + "'",
                                        before.row()));
                return false;
            }
        }
        return true;
    }

    private @Nullable Audience audience(int row, String text) {
        String code = text.toLowerCase(Locale.ROOT);
        for (Audience audience : audiences) {
            if (audience.code().equals(code)) {
                return audience;
            }
        }
        String asked = audiences.stream().map(Audience::code).sorted().collect(Collectors.joining(", "));
        problems.add(row, "audience", text.isEmpty() ? null : text, "this wave asks %s".formatted(asked));
        return null;
    }

    private String name(int row, String column, String text) {
        if (text.length() > LONGEST_NAME) {
            problems.add(row, column, text, "has %d characters, %d at most".formatted(text.length(), LONGEST_NAME));
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private Answer answer(AnswerColumns columns, TextTable.Row row) {
        String key = row.cells().get(columns.touchpoint());
        String experience = row.cells().get(columns.experience());
        String importance = row.cells().get(columns.importance());
        int reserved = AnswerValues.reservedPosition(key);
        if (reserved >= 0) {
            return reserved(row.number(), reserved, experience, importance);
        }
        int position = questionnaire.positionOf(key);
        if (position < 0) {
            problems.add(
                    row.number(),
                    "touchpoint",
                    key.isEmpty() ? null : key,
                    "the questionnaire has no touchpoint of that key; it has " + keys());
        }
        return new Answer(
                position,
                -1,
                rating(row.number(), "experience", experience),
                rating(row.number(), "importance", importance));
    }

    private String keys() {
        String first = questionnaire.touchpoints().stream()
                .limit(MOST_KEYS_NAMED)
                .map(Touchpoint::key)
                .collect(Collectors.joining(", "));
        return questionnaire.touchpoints().size() > MOST_KEYS_NAMED ? first + ", …" : first;
    }

    private Answer reserved(int row, int position, String experience, String importance) {
        AnswerValues.Reserved question = AnswerValues.reserved(position);
        int value = AnswerValues.number(experience, question);
        if (value == AnswerValues.WRONG) {
            problems.add(
                    row,
                    "experience",
                    experience,
                    "%s must be a whole number from %d to %d, or empty for not answered"
                            .formatted(question.key(), question.lowest(), question.highest()));
        }
        if (!importance.isEmpty()) {
            problems.add(
                    row,
                    "importance",
                    importance,
                    "%s has its value in experience; leave importance empty".formatted(question.key()));
        }
        return new Answer(-1, position, value, 0);
    }

    private int rating(int row, String column, String text) {
        int value = AnswerValues.rating(text, questionnaire.scalePoints());
        if (value == AnswerValues.WRONG) {
            problems.add(
                    row,
                    column,
                    text,
                    "must be a whole number from 1 to %d, empty for not answered, or NA for did not encounter"
                            .formatted(questionnaire.scalePoints()));
        }
        return value;
    }

    private void checkSegments(ImportedAnswers answers) {
        for (int i = 0; i < answers.variables(); i++) {
            int count = answers.values(i).size();
            if (count > SegmentVariable.MOST_VALUES) {
                problems.add(
                        1,
                        answers.variable(i),
                        null,
                        "segment '%s' has %d values; %d at most can be told apart. Group them."
                                .formatted(answers.variable(i), count, SegmentVariable.MOST_VALUES));
            }
        }
    }

    /** One row's values: of the touchpoint at {@code item}, or of the reserved question at {@code number}. */
    private record Answer(int item, int number, int value, int importance) {

        void keep(ImportedAnswers answers, ImportedAnswers.Key key) {
            ImportedAnswers.Sheet sheet = answers.sheet(key);
            if (number >= 0) {
                sheet.numbers()[number] = (byte) value;
                return;
            }
            sheet.experience()[item] = (byte) value;
            sheet.importance()[item] = (byte) importance;
            answers.markAsked(key.person().audience(), item);
        }
    }
}
