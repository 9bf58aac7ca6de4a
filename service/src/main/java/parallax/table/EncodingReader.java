package parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a text whose encoding is told by its byte order mark or found while reading: UTF-8, UTF-16, and, where the
 * first byte above 127 begins no UTF-8 character, Windows-1252.
 */
final class EncodingReader extends Reader {

    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private CharsetDecoder decoder;
    private boolean onlyAsciiSoFar;
    private boolean ended;
    private int line = 1;
    private char previous;

    /** @param head the first bytes, which {@code in} no longer holds */
    EncodingReader(byte[] head, InputStream in) {
        this(head, in, null);
    }

    /** @param known the encoding, where somebody said it; null: to be found */
    EncodingReader(byte[] head, InputStream in, @Nullable Charset known) {
        Charset charset = known == null ? told(head) : known;
        this.in = in;
        this.decoder = strict(charset);
        this.onlyAsciiSoFar = known == null && charset == StandardCharsets.UTF_8 && !hasUtf8Mark(head);
        int mark = hasUtf8Mark(head) ? 3 : hasUtf16Mark(head) ? 2 : 0;
        bytes.clear().put(head, mark, head.length - mark).flip();
    }

    private static Charset told(byte[] head) {
        if (hasUtf16Mark(head)) {
            return head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        int sample = Math.min(head.length, 256) / 2;
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i < sample; i++) {
            zerosFirst += head[2 * i] == 0 ? 1 : 0;
            zerosSecond += head[2 * i + 1] == 0 ? 1 : 0;
        }
        // Latin text in UTF-16 has a zero in nearly every second byte; one stray U+0000 must not look like it.
        if (zerosSecond > sample / 2 && zerosFirst == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return zerosFirst > sample / 2 && zerosSecond == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean hasUtf16Mark(byte[] head) {
        return head.length >= 2
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
    }

    private static boolean hasUtf8Mark(byte[] head) {
        return head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !decodeMore()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** The encoding, as far as the text was read. */
    Charset charset() {
        return decoder.charset();
    }

    private boolean decodeMore() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            int start = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            boolean ascii = bytes.position() - start == chars.position();
            if (result.isError() && chars.position() == 0) {
                fallBackToWindows();
                continue;
            }
            onlyAsciiSoFar &= ascii;
            if (chars.position() == 0 && result.isUnderflow() && !fill()) {
                chars.limit(0);
                return false;
            }
        }
        chars.flip();
        countLines();
        return true;
    }

    private void fallBackToWindows() throws UnreadableTextException {
        if (!onlyAsciiSoFar) {
            throw new UnreadableTextException(line);
        }
        onlyAsciiSoFar = false;
        decoder = strict(WINDOWS);
    }

    /** Whether another round can make progress: more bytes came, or the end was only just met. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
        return true;
    }

    private void countLines() {
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\r' || c == '\n' && previous != '\r') {
                line++;
            }
            previous = c;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
