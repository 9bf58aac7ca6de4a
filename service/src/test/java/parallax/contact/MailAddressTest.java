package parallax.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@acme.com, ann@acme.com, ann@acme.com",
        "' Ann.Lee+x@Acme.COM ', Ann.Lee+x@Acme.COM, ann.lee+x@acme.com",
        "o'neil@a-b.co.uk, o'neil@a-b.co.uk, o'neil@a-b.co.uk",
        "jo@münchen.de, jo@xn--mnchen-3ya.de, jo@xn--mnchen-3ya.de"
    })
    void oneAddressIsReadAndCompared(String typed, String text, String key) {
        assertThat(MailAddress.of(typed)).isEqualTo(new MailAddress(text, key));
    }

    @Test
    void composedAndDecomposedLettersAreOneAddress() {
        assertThat(MailAddress.of("jo@mu\u0308nchen.de")).isEqualTo(MailAddress.of("jo@m\u00fcnchen.de"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@x.com,b@y.com|one address",
                "a@x.com;b@y.com|one address",
                "a@x.com b@y.com|one address",
                "<a@x.com>|without < and >",
                "a@x.com>|without < and >",
                "Ann <a@x.com>|without < and >",
                "mailto:a@x.com|without mailto",
                "a b@x.com|space",
                "\"a b\"@x.com|space",
                "\"ab\"@x.com|before the @",
                "j.doe@acme|ending such as .com",
                "a@10.0.0.1|ending such as .com",
                "a@x.com.|dot",
                "a@.x.com|dot",
                "a@x..com|dot",
                ".a@x.com|before the @",
                "a..b@x.com|before the @",
                "@x.com|before the @",
                "a@|ending such as",
                "ann|has an @",
                "é@x.com|before the @",
                "a@-x.com|no domain name",
                "a@x_y.com|no domain name",
                "a@x.c|ending such as .com"
            })
    void whatIsNoSingleAddressIsRefusedWithAHint(String typed, String hint) {
        assertThatThrownBy(() -> MailAddress.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.com\r\nBcc: b@y.com",
                "a\n@x.com",
                "a\u760d\u760a@x.com",
                "a@x\u760d\u760aRCPT.com",
                "a\0@x.com"
            })
    void noLineEndComesThrough(String typed) {
        assertThatThrownBy(() -> MailAddress.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line break");
    }

    @Test
    void tooLongAddressesAreRefused() {
        String label = "b".repeat(60) + ".";
        assertThatThrownBy(() -> MailAddress.of("a".repeat(65) + "@x.com")).hasMessageContaining("64");
        assertThatThrownBy(() -> MailAddress.of("a".repeat(64) + "@" + label.repeat(4) + "com"))
                .hasMessageContaining("254");
        assertThatThrownBy(() -> MailAddress.of("a".repeat(60_000) + "@x.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MailAddress.of("a@" + label.repeat(5_000) + "com"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
