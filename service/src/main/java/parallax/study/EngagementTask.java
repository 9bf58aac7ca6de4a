package parallax.study;

/** A line of an engagement's task list, contributed by a feature. */
public interface EngagementTask {

    Line line(Engagement engagement);

    /**
     * What the list shows.
     *
     * @param order place in the list: touchpoints 10, contacts 20, messages 30, waves 40
     * @param title what it is about, such as "Contacts"
     * @param url where it is done
     * @param status in a few words: "148 ready, 6 rejected"
     * @param action words of the button when this is the next thing to do: "Import contacts"
     */
    record Line(int order, String title, String url, String status, Progress progress, String action) {}

    /** How far a task is. */
    enum Progress {
        DONE("Done"),
        TO_DO("To do"),
        UNDER_WAY("Under way"),
        OPTIONAL("Optional"),
        CANNOT_START("Cannot start yet");

        private final String words;

        Progress(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
