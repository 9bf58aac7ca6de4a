package parallax.ballot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import parallax.questionnaire.Audience;

/**
 * A ballot as bytes: a version, the audience, six arrays, each with its length in two bytes, the texts, and filler for the
 * room that they left. Version 1, from before there were items, has five arrays and nothing behind them.
 */
final class BallotCodec {

    private static final byte RATINGS_ONLY = 1;
    private static final byte VERSION = 2;
    private static final int LONGEST = 65_535;

    private BallotCodec() {}

    static byte[] write(Ballot ballot) {
        byte[][] arrays = {
            ballot.account(),
            ballot.segments(),
            ballot.experience(),
            ballot.importance(),
            ballot.numbers(),
            ballot.items()
        };
        byte[] texts = texts(ballot.texts());
        int filler = Math.max(0, ballot.room() - texts.length);
        int size = 2 + 2 * Integer.BYTES + texts.length + filler;
        for (byte[] array : arrays) {
            size += Short.BYTES + within(array).length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).put(VERSION).put(letter(ballot.audience()));
        for (byte[] array : arrays) {
            put(buffer, array);
        }
        return buffer.putInt(texts.length)
                .put(texts)
                .putInt(filler)
                .put(new byte[filler])
                .array();
    }

    /** Bytes that a text takes beside its own: key of the item, language, kind, lengths. */
    static int frameOf(String item, String language, int parts) {
        return 3 * Short.BYTES + utf8(item).length + utf8(language).length + 1 + parts * Short.BYTES;
    }

    private static byte[] texts(List<Ballot.Text> texts) {
        int size = Short.BYTES;
        for (Ballot.Text text : texts) {
            size += frameOf(text.item(), text.language(), text.parts().size());
            for (String part : text.parts()) {
                size += within(utf8(part)).length;
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).putShort((short) texts.size());
        for (Ballot.Text text : texts) {
            put(buffer, utf8(text.item()));
            put(buffer, utf8(text.language()));
            buffer.put((byte) (text.isWords() ? 1 : 0));
            buffer.putShort((short) text.parts().size());
            text.parts().forEach(part -> put(buffer, utf8(part)));
        }
        return buffer.array();
    }

    /** @throws UnreadableBallotException when the bytes are no ballot of a version this program knows */
    static Ballot read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            byte version = buffer.get();
            if (version != VERSION && version != RATINGS_ONLY) {
                throw new UnreadableBallotException("a ballot of version " + version + " is not known here");
            }
            Ballot ratings = new Ballot(
                    audience(buffer.get()), array(buffer), array(buffer), array(buffer), array(buffer), array(buffer));
            Ballot ballot = version == RATINGS_ONLY ? ratings : withItems(ratings, buffer);
            if (buffer.hasRemaining()) {
                throw new UnreadableBallotException("a ballot is longer than it says");
            }
            return ballot;
        } catch (BufferUnderflowException e) {
            throw new UnreadableBallotException("a ballot is shorter than it says");
        }
    }

    private static Ballot withItems(Ballot ratings, ByteBuffer buffer) {
        byte[] items = array(buffer);
        int length = buffer.getInt();
        int end = buffer.position() + length;
        List<Ballot.Text> texts = texts(buffer);
        if (buffer.position() != end) {
            throw new UnreadableBallotException("the texts of a ballot are not as long as it says");
        }
        int filler = buffer.getInt();
        if (filler < 0 || filler > buffer.remaining()) {
            throw new UnreadableBallotException("a ballot is shorter than it says");
        }
        buffer.position(buffer.position() + filler);
        return new Ballot(
                ratings.audience(),
                ratings.account(),
                ratings.segments(),
                ratings.experience(),
                ratings.importance(),
                ratings.numbers(),
                items,
                texts,
                length + filler);
    }

    private static List<Ballot.Text> texts(ByteBuffer buffer) {
        int count = Short.toUnsignedInt(buffer.getShort());
        List<Ballot.Text> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String item = text(buffer);
            String language = text(buffer);
            boolean isWords = buffer.get() == 1;
            int parts = Short.toUnsignedInt(buffer.getShort());
            List<String> words = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                words.add(text(buffer));
            }
            texts.add(new Ballot.Text(item, language, isWords, words));
        }
        return texts;
    }

    private static void put(ByteBuffer buffer, byte[] array) {
        buffer.putShort((short) array.length).put(array);
    }

    private static byte[] within(byte[] array) {
        if (array.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a ballot's array has at most %d bytes, this one has %d".formatted(LONGEST, array.length));
        }
        return array;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer buffer) {
        return new String(array(buffer), StandardCharsets.UTF_8);
    }

    private static byte[] array(ByteBuffer buffer) {
        int length = Short.toUnsignedInt(buffer.getShort());
        if (length > buffer.remaining()) {
            throw new UnreadableBallotException("a ballot is shorter than it says");
        }
        byte[] array = new byte[length];
        buffer.get(array);
        return array;
    }

    private static byte letter(Audience audience) {
        return (byte) audience.code().charAt(0);
    }

    private static Audience audience(byte letter) {
        for (Audience audience : Audience.values()) {
            if (letter(audience) == letter) {
                return audience;
            }
        }
        throw new UnreadableBallotException("a ballot names an audience that is not known here");
    }
}
