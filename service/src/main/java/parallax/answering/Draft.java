package parallax.answering;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemAnswer;

/**
 * What a respondent saved so far. Drafts of one form are equally long, whatever is answered or written.
 *
 * @param answers of all pages
 * @param versions how often each page was saved, by page number − 1
 * @param checked by page number − 1, whether its open questions were pointed out once
 * @param language that was chosen; empty: none was
 * @param begun minute since 1970 in which it was saved first; 0: not known
 */
record Draft(Answers answers, int[] versions, boolean[] checked, String language, Wish wish, int begun) {

    /** From before there were items, languages and wishes: ratings only. */
    private static final byte RATINGS_ONLY = 1;
    /** With texts as Java writes them, which takes more room. */
    private static final byte JAVA_TEXTS = 2;
    /** Without when it was begun. */
    private static final byte NOT_DATED = 3;

    private static final byte FORMAT = 4;
    /** Of a character in UTF-8, at most. */
    private static final int CHARACTER = 4;

    private static final int LONGEST_WISH = CHARACTER * (Wish.LONGEST_CONTACT + Wish.LONGEST_COMMENT) + 64;
    /** What an answer to an item takes beside what was written: its position, lengths, the keys of its choices. */
    private static final int MOST_OF_A_KEY = 2 + 40;

    static Draft empty(int touchpoints, int pages) {
        return new Draft(Answers.none(touchpoints), new int[pages], new boolean[pages], "", Wish.NONE, 0);
    }

    int version(int page) {
        return versions[page - 1];
    }

    boolean isChecked(int page) {
        return checked[page - 1];
    }

    /** The highest number of a page that was saved or left; 0: none. */
    int furthest() {
        int page = versions.length;
        while (page > 0 && versions[page - 1] == 0 && !checked[page - 1]) {
            page--;
        }
        return page;
    }

    /** The draft, begun in this minute unless it was before. */
    Draft begunBy(int minute) {
        return begun == 0 ? new Draft(answers, versions, checked, language, wish, minute) : this;
    }

    /** The draft after a page was saved. */
    Draft withPage(int page, Answers changed, int version) {
        int[] raised = versions.clone();
        raised[page - 1] = version;
        return new Draft(changed, raised, checked, language, wish, begun);
    }

    /** The draft after the open questions of a page were pointed out. */
    Draft withChecked(int page) {
        boolean[] marked = checked.clone();
        marked[page - 1] = true;
        return new Draft(answers, versions, marked, language, wish, begun);
    }

    Draft withLanguage(String chosen) {
        return new Draft(answers, versions, checked, chosen, wish, begun);
    }

    Draft withWish(Wish changed) {
        return new Draft(answers, versions, checked, language, changed, begun);
    }

    /** Bytes that the longest draft of a form takes. */
    static int longest(AskedForm asked) {
        int items = asked.form().items().stream()
                .mapToInt(item -> 16 + MOST_OF_A_KEY * (1 + item.options().size()))
                .sum();
        return 64
                + 2 * asked.touchpoints()
                + asked.questionPages() * (Integer.BYTES + 1)
                + items
                + asked.writtenRoom()
                + LONGEST_WISH;
    }

    /** As long as every draft of this form. */
    byte[] encode(AskedForm asked) {
        int length = longest(asked);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(begun);
            out.writeShort(answers.touchpoints());
            out.writeShort(versions.length);
            out.write(answers.experience());
            out.write(answers.importance());
            for (int page = 0; page < versions.length; page++) {
                out.writeInt(versions[page]);
                out.writeBoolean(checked[page]);
            }
            writeText(out, language);
            out.writeBoolean(wish.results());
            writeText(out, wish.contact());
            writeText(out, wish.comment());
            out.writeShort(answers.items().size());
            List<Item> items = asked.questionnaire().items();
            for (Map.Entry<Integer, ItemAnswer> item : answers.items().entrySet()) {
                write(out, items.get(item.getKey()).key(), item.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.copyOf(bytes.toByteArray(), Math.max(length, bytes.size()));
    }

    private static void write(DataOutputStream out, String key, ItemAnswer answer) throws IOException {
        writeText(out, key);
        out.writeByte(answer.values().size());
        for (String value : answer.values()) {
            writeText(out, value);
        }
        writeText(out, answer.other());
    }

    /** In UTF-8. Not writeUTF: it takes six bytes for some characters, and every draft has the room of the longest. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The draft in these bytes; empty when they are not one of a form with so many touchpoints. Items go by their keys, so
     * that a draft outlives a question that is not asked any more.
     */
    static Optional<Draft> decode(byte[] bytes, AskedForm asked) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format < RATINGS_ONLY || format > FORMAT) {
                return Optional.empty();
            }
            int begun = format > NOT_DATED ? in.readInt() : 0;
            if (in.readShort() != asked.touchpoints()) {
                return Optional.empty();
            }
            int pages = format == RATINGS_ONLY ? in.readUnsignedByte() : in.readShort();
            Draft ratings = ratings(in, asked, pages, begun);
            return Optional.of(
                    switch (format) {
                        case RATINGS_ONLY -> ratings;
                        case JAVA_TEXTS -> withTheRest(ratings, in, DataInput::readUTF, asked);
                        default -> withTheRest(ratings, in, Draft::readText, asked);
                    });
        } catch (IOException cut) {
            return Optional.empty();
        }
    }

    private static Draft ratings(DataInputStream in, AskedForm asked, int pages, int begun) throws IOException {
        byte[] experience = new byte[asked.touchpoints()];
        byte[] importance = new byte[asked.touchpoints()];
        in.readFully(experience);
        in.readFully(importance);
        // pages of another cut start anew
        int[] versions = new int[Math.max(pages, asked.questionPages())];
        boolean[] checked = new boolean[versions.length];
        for (int page = 0; page < pages; page++) {
            versions[page] = in.readInt();
            checked[page] = in.readBoolean();
        }
        return new Draft(new Answers(experience, importance), versions, checked, "", Wish.NONE, begun);
    }

    private static Draft withTheRest(Draft ratings, DataInputStream in, TextReader texts, AskedForm asked)
            throws IOException {
        String language = texts.read(in);
        Wish wish = new Wish(in.readBoolean(), texts.read(in), texts.read(in));
        Answers rated = ratings.answers();
        Answers answers = new Answers(rated.experience(), rated.importance(), items(in, texts, asked));
        return new Draft(answers, ratings.versions(), ratings.checked(), language, wish, ratings.begun());
    }

    private static Map<Integer, ItemAnswer> items(DataInputStream in, TextReader texts, AskedForm asked)
            throws IOException {
        Map<String, FormItem> known = new HashMap<>();
        asked.form().items().forEach(item -> known.put(item.key(), item));
        Map<Integer, ItemAnswer> items = new TreeMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            FormItem item = known.get(texts.read(in));
            List<String> values = new ArrayList<>();
            int several = in.readUnsignedByte();
            for (int value = 0; value < several; value++) {
                values.add(texts.read(in));
            }
            String other = texts.read(in);
            if (item != null) {
                items.put(item.position(), stillTaken(item, values, other));
            }
        }
        return items;
    }

    private static ItemAnswer stillTaken(FormItem item, List<String> values, String other) {
        try {
            return item.read(values, other);
        } catch (AnswerException notAnyMore) {
            return ItemAnswer.NONE;
        }
    }

    /** A format's way to write a text. */
    @FunctionalInterface
    private interface TextReader {
        String read(DataInputStream in) throws IOException;
    }
}
