package parallax.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example\r\nBcc: b@y.example",
                "a@x.example,b@y.example",
                "a@x.example b@y.example",
                "<a@x.example>",
                "a@x.example>",
                "\"a b\"@x.example",
                "a",
                "@x.example",
                "a@",
                "a@.",
                // Their low bytes are CR and LF: some libraries cut characters down to those (CVE-2025-7962).
                "a\u760D\u760ABcc: b@x.example",
                "a@x\u760D\u760A.example\u0000"
            })
    void whatIsNotExactlyOneAddressIsRefusedWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> Mailbox.of(address, null))
                .isInstanceOf(InvalidAddressException.class)
                .hasMessage("that is not one plain mail address");
    }

    @Test
    void anInternationalDomainIsSpelledInAscii() {
        assertThat(Mailbox.of(" grün@bücher.example".replace("grün", "gruen"), null)
                        .address())
                .isEqualTo("gruen@xn--bcher-kva.example");
    }

    @Test
    void aNameStaysOnOneLine() {
        Mailbox mailbox = Mailbox.of("a@x.example", "Eve\r\nBcc: b@y.example\u2028\u202E end");
        assertThat(mailbox.name()).isEqualTo("Eve Bcc: b@y.example end");
    }

    @Test
    void aLongNameIsCutAtACharacterNotInsideOne() {
        String name = Mailbox.of("a@x.example", "😀".repeat(200)).name();
        assertThat(name).isEqualTo("😀".repeat(99) + "…");
    }

    @Test
    void aSenderIsReadWithAndWithoutAName() {
        Mailbox named = Mailbox.parse("Maria Alder, Alder & Finch <study@alder.example>");
        assertThat(named.name()).isEqualTo("Maria Alder, Alder & Finch");
        assertThat(named.address()).isEqualTo("study@alder.example");
        assertThat(Mailbox.parse("study@alder.example").name()).isEmpty();
    }
}
