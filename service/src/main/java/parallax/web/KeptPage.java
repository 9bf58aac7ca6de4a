package parallax.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A page that is the same for everybody who gets it: filled in and compressed when the first one does. */
public final class KeptPage {

    private volatile @Nullable Bytes bytes;

    Bytes get(Supplier<byte[]> render) {
        Bytes known = bytes;
        if (known == null) {
            byte[] html = render.get();
            known = new Bytes(html, compressed(html));
            bytes = known;
        }
        return known;
    }

    private static byte[] compressed(byte[] html) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(html);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] html, byte[] gzip) {}
}
