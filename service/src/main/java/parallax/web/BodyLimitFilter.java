package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads no more of a body than its kind may have: 1 MB of JSON or form, 64 MB of anything else. What a refusal leaves
 * unread is read and thrown away, since a sender who is cut off sees a broken connection and not the refusal.
 */
@PreMatching
final class BodyLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BODY = "parallax.web.body";
    static final int SMALL = 1 << 20;
    private static final int LARGE = 64 << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        int limit = limitFor(request.getMediaType());
        request.setProperty(BODY, request.getEntityStream());
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        // A body without a length, or one that was compressed, is counted as it comes.
        request.setEntityStream(new Counted(request.getEntityStream(), limit));
    }

    private static int limitFor(@Nullable MediaType type) {
        boolean small = type == null
                || MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || type.getSubtype().equals("json")
                || type.getSubtype().endsWith("+json");
        return small ? SMALL : LARGE;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // Whoever waits to be told to go on has sent nothing yet.
        if (response.getStatus() >= 400
                && request.getHeaderString("Expect") == null
                && request.getProperty(BODY) instanceof InputStream body) {
            drain(body);
        }
    }

    private static void drain(InputStream body) {
        byte[] thrownAway = new byte[8192];
        long left = LARGE;
        try {
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(thrownAway);
            }
        } catch (IOException gone) {
            // Whoever has gone needs no answer.
        }
    }

    private static RefusedException tooLarge(int limit) {
        return new RefusedException(
                ProblemType.TOO_LARGE, "At most %d MB of this kind are read. Send less.".formatted(limit >> 20));
    }

    private static final class Counted extends FilterInputStream {

        private final int limit;
        private int left;

        Counted(InputStream body, int limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public void close() {
            // The server closes its connection itself, once the rest has been read.
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge(limit);
            }
        }
    }
}
