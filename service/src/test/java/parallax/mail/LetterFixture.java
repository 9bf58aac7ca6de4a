package parallax.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;

/** A letter with sensible content. */
public final class LetterFixture {

    public static final String LINK = "https://study.alder.example/s/AAAAAAAAAAAAAAAAAAAAAA";
    public static final String STOP = "https://study.alder.example/u/BBBBBBBBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCCCCCCC";

    private static final String HTML = "<!doctype html><html lang=\"en\"><body><p>Give your view</p><p><a href=\""
            + LINK + "\">" + LINK + "</a></p></body></html>";

    private String subject = "Your view of working with Northwind";
    private String text = "Give your view:\n" + LINK + "\n";
    private String html = HTML;
    private String address = "ada@acme.example";
    private @Nullable String name = "Ada Okafor";
    private boolean neverLeaves;

    public static LetterFixture aLetter() {
        return new LetterFixture();
    }

    /** These words in subject and both parts. */
    public LetterFixture saying(String words) {
        subject = Mailbox.oneLine(words, 78);
        text = words + "\n" + LINK + "\n";
        html = HTML.replace("Give your view", words.replace("<", "&lt;"));
        return this;
    }

    public LetterFixture to(String otherAddress, @Nullable String otherName) {
        address = otherAddress;
        name = otherName;
        return this;
    }

    public LetterFixture thatNeverLeaves() {
        neverLeaves = true;
        return this;
    }

    public Letter build() {
        return new Letter(
                new Letter.Addressee(address, name),
                new Letter.Words(subject, text, html),
                new Letter.Links(LINK, STOP),
                neverLeaves);
    }

    public static OutboxMail mail(MailKind kind) {
        return new OutboxMail(new UUID(0, 7), new UUID(0, 8), new WaveId(new UUID(0, 9)), kind, 0);
    }
}
