package parallax.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;

/** A part of a wave's page, contributed by a feature. Texts are plain; the page escapes them. */
public interface WavePanel {

    /** What to show of this wave to this caller; empty: nothing. */
    Optional<Content> content(Caller caller, Wave wave);

    /** What the wave is going through, in place of its state; empty: the state says it. */
    default Optional<Stage> stage(Wave wave) {
        return Optional.empty();
    }

    /** A stage in a word and in a sentence. */
    record Stage(String name, String explained) {}

    /**
     * What the page shows.
     *
     * @param order place on the page: launch 10, field 20, close 30, results 40, downloads 50
     * @param text a sentence under the title; may be empty
     * @param table per-audience numbers or the like; null: none
     */
    record Content(
            int order,
            String title,
            String text,
            List<Fact> facts,
            @Nullable Table table,
            List<Action> actions) {

        public Content {
            facts = List.copyOf(facts);
            actions = List.copyOf(actions);
        }
    }

    /** A figure or fact and its name. */
    record Fact(String name, String value) {}

    /**
     * A small table; the first column names its row, the others are aligned right when {@code numbers}.
     *
     * @param ways from each row on; empty, or as many as rows
     */
    record Table(String caption, List<String> head, List<List<String>> rows, boolean numbers, List<Way> ways) {

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            ways = List.copyOf(ways);
        }

        public Table(String caption, List<String> head, List<List<String>> rows, boolean numbers) {
            this(caption, head, rows, numbers, List.of());
        }
    }

    /**
     * Where a row leads.
     *
     * @param url a page of its own
     * @param action what can be done with it; null: nothing
     */
    record Way(String url, @Nullable Action action) {}

    /**
     * Something one can do.
     *
     * @param post true: a form that posts to the URL (the anti-forgery field comes by itself); false: a link
     * @param primary the next thing to do; of several on a page the first is shown as primary
     * @param confirm what it does for good, shown before the button; null: no question asked
     * @param fields hidden fields of the form
     */
    record Action(
            String label,
            String url,
            boolean post,
            boolean primary,
            @Nullable String confirm,
            Map<String, String> fields) {

        public Action {
            fields = Map.copyOf(fields);
        }

        public static Action link(String label, String url) {
            return new Action(label, url, false, false, null, Map.of());
        }

        public static Action post(String label, String url) {
            return new Action(label, url, true, false, null, Map.of());
        }

        public Action asPrimary() {
            return new Action(label, url, post, true, confirm, fields);
        }

        public Action confirming(String question) {
            return new Action(label, url, post, primary, question, fields);
        }
    }
}
