package parallax.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** Refuses what goes on beyond a size. */
final class LimitedInputStream extends FilterInputStream {

    private static final long MEGABYTE = 1 << 20;

    private final long most;
    private long left;

    LimitedInputStream(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        take(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        take(count);
        return count;
    }

    private void take(int count) {
        left -= Math.max(0, count);
        if (left < 0) {
            throw new RefusedException(
                    ProblemType.TOO_LARGE,
                    "The file is larger than %s. Send it in parts."
                            .formatted(most >= MEGABYTE ? most / MEGABYTE + " MB" : most + " bytes"));
        }
    }
}
