package parallax.message;

/**
 * A text with its placeholders.
 *
 * @param subject one line
 * @param body paragraphs with an empty line between; lines end with {@code \n}
 */
public record MessageText(String subject, String body) {

    /** Texts as a form sends them: lines end with {@code \r\n} there, and spaces at their ends mean nothing. */
    static MessageText typed(String subject, String body) {
        String lines = body.replace("\r\n", "\n").replace('\r', '\n');
        String trimmed = lines.replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return new MessageText(subject.strip(), trimmed);
    }
}
