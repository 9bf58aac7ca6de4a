package parallax.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mail fills in. There are no others. */
enum Placeholder {
    GREETING("“Hello Ms Okafor,”, or “Hello,” where no name is known"),
    CLIENT("the client’s name"),
    TEAM("the reader’s team"),
    MINUTES("minutes the form takes, a number"),
    DEADLINE("“Please answer by Friday 12 December.”; nothing where the wave has no closing date"),
    LINK("the personal link, as a button and in full; alone in its paragraph"),
    PROMISE("who sees what, and when names are deleted, from the settings"),
    FINDINGS("the main findings, typed when the letter is sent; alone in its paragraph"),
    DECISION("what the client decided, typed when the letter is sent; alone in its paragraph"),
    SENDER("the name that the mails come from"),
    SENDER_ADDRESS("the address that the mails come from"),
    STOP("the link that stops all mails; alone in its paragraph");

    static final List<Placeholder> ASKING =
            List.of(GREETING, CLIENT, TEAM, MINUTES, DEADLINE, LINK, PROMISE, SENDER, STOP);
    static final List<Placeholder> TELLING = List.of(GREETING, CLIENT, TEAM, PROMISE, SENDER, STOP);
    static final List<Placeholder> FINDINGS_LETTER = List.of(GREETING, CLIENT, TEAM, FINDINGS, DECISION, SENDER, STOP);
    static final List<Placeholder> HEADS_UP = List.of(CLIENT, TEAM, MINUTES, DEADLINE, PROMISE, SENDER, SENDER_ADDRESS);

    private final String meaning;

    Placeholder(String meaning) {
        this.meaning = meaning;
    }

    /** What stands in its place, for those who write. */
    String meaning() {
        return meaning;
    }

    /** As it is typed, braces included: {@code {link}}. */
    String typed() {
        return "{" + code() + "}";
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes a paragraph of its own. */
    boolean standsAlone() {
        return this == LINK || this == STOP || this == FINDINGS || this == DECISION;
    }

    static Optional<Placeholder> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
