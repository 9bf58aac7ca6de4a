package parallax.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.mail.Letter;
import parallax.mail.Mailbox;
import parallax.web.Templates;

/** Makes the words of a mail from a text: two parts that say the same. */
public final class MailComposer {

    private static final int LONGEST_SUBJECT = 78;

    private final Mailbox from;
    private final Templates templates = new Templates();

    /** @param from whom all mails come from */
    public MailComposer(Mailbox from) {
        this.from = from;
    }

    /** Whom all mails come from. */
    Mailbox from() {
        return from;
    }

    /** A mail. What is missing among the particulars leaves its paragraph out. */
    public Letter.Words compose(
            MessageText text, String language, Occasion occasion, Recipient recipient, Particulars particulars) {
        Filling filling = new Filling(occasion, recipient, language, from);
        List<Block> blocks = Arrays.stream(text.body().split("\n\n", -1))
                .map(paragraph -> block(paragraph, filling, particulars))
                .flatMap(Optional::stream)
                .toList();
        String subject = Mailbox.oneLine(filling.line(text.subject()), LONGEST_SUBJECT);
        return new Letter.Words(subject, plain(blocks), html(subject, language, blocks));
    }

    private static Optional<Block> block(String paragraph, Filling filling, Particulars particulars) {
        String line = paragraph.strip();
        if (line.equals(Placeholder.LINK.typed())) {
            return link(particulars.answer(), filling.phrase("link"), true);
        }
        if (line.equals(Placeholder.STOP.typed())) {
            return link(particulars.stop(), filling.phrase("stop"), false);
        }
        String words = line.equals(Placeholder.FINDINGS.typed())
                ? particulars.findings()
                : line.equals(Placeholder.DECISION.typed()) ? particulars.decision() : filled(line, filling);
        return Optional.ofNullable(words)
                .filter(filled -> !filled.isBlank())
                .map(filled -> new Block(Arrays.asList(filled.split("\n", -1)), null, false));
    }

    private static String filled(String paragraph, Filling filling) {
        return Arrays.stream(paragraph.split("\n", -1))
                .map(line -> filling.line(line).replaceAll(" {2,}", " ").strip())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static Optional<Block> link(@Nullable String address, String words, boolean button) {
        return Optional.ofNullable(address).map(there -> new Block(List.of(words), there, button));
    }

    private static String plain(List<Block> blocks) {
        List<String> paragraphs = new ArrayList<>();
        for (Block block : blocks) {
            String words = String.join("\n", block.lines());
            paragraphs.add(block.link() == null ? words : words + ":\n" + block.link());
        }
        return String.join("\n\n", paragraphs) + "\n";
    }

    private String html(String subject, String language, List<Block> blocks) {
        return templates.render(
                "/templates/message/mail.ftlh",
                Map.of(
                        "subject", subject,
                        "language", language,
                        "direction", language.equals("ar") ? "rtl" : "ltr",
                        "blocks", blocks));
    }

    /**
     * A paragraph.
     *
     * @param link where its one line leads; null: nowhere
     * @param button whether the link looks like one, with the address under it
     */
    public record Block(List<String> lines, @Nullable String link, boolean button) {}
}
