package parallax.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Refuses text that no database can hold: U+0000 and halves of surrogate pairs. */
final class CleanText extends StdScalarDeserializer<String> {

    static final String REFUSAL = "The text holds a character that cannot be stored (U+0000 or half a surrogate pair)";

    CleanText() {
        super(String.class);
    }

    static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isStorable);
    }

    static boolean isStorable(int point) {
        // A code point in the surrogate block is a half without its other half.
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !isClean(text)) {
            context.reportInputMismatch(this, REFUSAL);
        }
        return text;
    }
}
