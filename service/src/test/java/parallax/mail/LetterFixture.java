package parallax.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.study.WaveId;

/** A letter with sensible content. */
public final class LetterFixture {

    public static final String LINK = "https://study.alder.example/s/AAAAAAAAAAAAAAAAAAAAAA";
    public static final String STOP = "https://study.alder.example/u/BBBBBBBBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCCCCCCC";

    private String client = "Northwind";
    private String address = "ada@acme.example";
    private @Nullable String name = "Ada Okafor";
    private @Nullable String team;
    private boolean neverLeaves;

    public static LetterFixture aLetter() {
        return new LetterFixture();
    }

    public LetterFixture about(String otherClient) {
        client = otherClient;
        return this;
    }

    public LetterFixture to(String otherAddress, @Nullable String otherName) {
        address = otherAddress;
        name = otherName;
        return this;
    }

    public LetterFixture toTeam(String otherTeam) {
        team = otherTeam;
        return this;
    }

    public LetterFixture thatNeverLeaves() {
        neverLeaves = true;
        return this;
    }

    public Letter build() {
        return new Letter(
                new Letter.Addressee(address, name, name),
                new Letter.Occasion(
                        client, 6, "Friday 12 December", team, new Letter.Promise(14, 5, 3, "by 19 March 2027")),
                new Letter.Links(LINK, STOP),
                neverLeaves);
    }

    public static OutboxMail mail(MailKind kind) {
        return new OutboxMail(new UUID(0, 7), new UUID(0, 8), new WaveId(new UUID(0, 9)), kind, 0);
    }
}
