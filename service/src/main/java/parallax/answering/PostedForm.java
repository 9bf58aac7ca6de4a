package parallax.answering;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form ({@code application/x-www-form-urlencoded}, UTF-8), in the order sent. */
record PostedForm(Map<String, List<String>> fields) {

    /** A page of answers takes under 1 KB, one full of long texts some 240. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_FIELDS = 500;

    /**
     * Reads a body.
     *
     * @throws TooMuchPostedException when it is longer than {@link #MOST_BYTES}
     * @throws UnreadableFormException when it is no form, not UTF-8, or holds U+0000
     */
    static PostedForm read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooMuchPostedException();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int start = 0;
        int pairs = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '&') {
                if (i > start) {
                    if (++pairs > MOST_FIELDS) {
                        throw new UnreadableFormException();
                    }
                    addPair(fields, bytes, start, i);
                }
                start = i + 1;
            }
        }
        return new PostedForm(fields);
    }

    /** The only value of a field; empty when it was not sent or was sent more than once. */
    Optional<String> single(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static void addPair(Map<String, List<String>> fields, byte[] bytes, int start, int end) {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        String name = decode(bytes, start, equals);
        String value = equals < end ? decode(bytes, equals + 1, end) : "";
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static String decode(byte[] bytes, int start, int end) {
        ByteBuffer plain = ByteBuffer.allocate(end - start);
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%') {
                if (i + 2 >= end) {
                    throw new UnreadableFormException();
                }
                plain.put((byte) (hex(bytes[i + 1]) << 4 | hex(bytes[i + 2])));
                i += 2;
            } else {
                plain.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
            }
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(plain.flip()).toString();
            if (text.indexOf(0) >= 0) {
                throw new UnreadableFormException();
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFormException(notUtf8);
        }
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        if (value < 0) {
            throw new UnreadableFormException();
        }
        return value;
    }
}
