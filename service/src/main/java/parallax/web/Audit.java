package parallax.web;

/** Remembers who did what; never answers, tokens, or a person together with the time of an answer. */
public interface Audit {

    /**
     * Records a deed.
     *
     * @param action verb and noun, such as {@code wave.launch}
     * @param subject id of what it was done to
     */
    void record(Caller caller, String action, String subject);
}
