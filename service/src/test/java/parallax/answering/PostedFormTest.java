package parallax.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedFormTest {

    @Test
    void fieldsAreReadAsABrowserSendsThem() throws IOException {
        PostedForm form = read("page=1&x0=na&text=a+%C3%BC%26b&empty=&bare&&x0=2");
        assertThat(form.single("page")).hasValue("1");
        assertThat(form.all("x0")).containsExactly("na", "2");
        assertThat(form.single("x0")).isEmpty();
        assertThat(form.single("text")).hasValue("a ü&b");
        assertThat(form.single("empty")).hasValue("");
        assertThat(form.single("bare")).hasValue("");
        assertThat(form.single("absent")).isEmpty();
    }

    @Test
    void anEmptyBodyHasNoFields() throws IOException {
        assertThat(read("").fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%", "x=%4", "x=%zz", "x=%-1", "x=%00", "x%00=1", "x=%C3", "x=%ED%A0%80", "x=%FF"})
    void whatIsNoFormIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableFormException.class);
    }

    @Test
    void aBodyOf256KbIsReadAndOneByteMoreIsNot() throws IOException {
        String most = "x=" + "1".repeat(256 * 1024 - 2);
        assertThat(read(most).single("x")).isPresent();
        assertThatThrownBy(() -> read(most + "1")).isInstanceOf(TooMuchPostedException.class);
    }

    @Test
    void aFloodOfFieldsIsRefused() {
        assertThatThrownBy(() -> read("a=1&".repeat(501))).isInstanceOf(UnreadableFormException.class);
    }

    @Test
    void aLinkLosesWhatAMailProgramHungOnIt() {
        assertThat(LinkToken.of("abc-_").value()).isEqualTo("abc-_");
        assertThat(LinkToken.of("abc>.\"").value()).isEqualTo("abc");
        assertThat(LinkToken.of("...").value()).isEmpty();
        assertThat(LinkToken.of("secret")).hasToString("LinkToken");
    }

    private static PostedForm read(String body) throws IOException {
        return PostedForm.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
