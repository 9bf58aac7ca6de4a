package parallax.ballot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import parallax.questionnaire.Audience;

/** A ballot as bytes: a version, the audience, then five arrays, each with its length in two bytes. */
final class BallotCodec {

    private static final byte VERSION = 1;
    private static final int LONGEST = 65_535;

    private BallotCodec() {}

    static byte[] write(Ballot ballot) {
        byte[][] arrays = {
            ballot.account(), ballot.segments(), ballot.experience(), ballot.importance(), ballot.numbers()
        };
        int size = 2;
        for (byte[] array : arrays) {
            if (array.length > LONGEST) {
                throw new IllegalArgumentException(
                        "a ballot's array has at most %d bytes, this one has %d".formatted(LONGEST, array.length));
            }
            size += Short.BYTES + array.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).put(VERSION).put(letter(ballot.audience()));
        for (byte[] array : arrays) {
            buffer.putShort((short) array.length).put(array);
        }
        return buffer.array();
    }

    /** @throws UnreadableBallotException when the bytes are no ballot of a version this program knows */
    static Ballot read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            byte version = buffer.get();
            if (version != VERSION) {
                throw new UnreadableBallotException("a ballot of version " + version + " is not known here");
            }
            Ballot ballot = new Ballot(
                    audience(buffer.get()), array(buffer), array(buffer), array(buffer), array(buffer), array(buffer));
            if (buffer.hasRemaining()) {
                throw new UnreadableBallotException("a ballot is longer than it says");
            }
            return ballot;
        } catch (BufferUnderflowException e) {
            throw new UnreadableBallotException("a ballot is shorter than it says");
        }
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
