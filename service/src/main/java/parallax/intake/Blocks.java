package parallax.intake;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import parallax.keys.KeyFiles.StoredCipher;

/** What quotes a file of people, packed and sealed for its owner in the database: an intake or an import. */
final class Blocks {

    /** Rows of a block. */
    static final int ROWS = 500;

    private static final int ABOUT = -1;
    private static final int FIRST_PART = 1 << 24;
    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
    private static final TypeReference<List<FileRow>> FILE_ROWS = new TypeReference<>() {};

    private final StoredCipher cipher;

    Blocks(StoredCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealRows(int number, List<FileRow> rows) {
        return cipher.encrypt(number, packed(rows));
    }

    List<FileRow> openRows(int number, byte[] sealed) {
        try (InflaterInputStream in = unpacked(cipher.decrypt(number, sealed))) {
            return JSON.readValue(in, FILE_ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sealAbout(About about) {
        return cipher.encrypt(ABOUT, packed(about));
    }

    About openAbout(byte[] sealed) {
        try (InflaterInputStream in = unpacked(cipher.decrypt(ABOUT, sealed))) {
            return JSON.readValue(in, About.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the file as it came; it is most likely packed already. */
    byte[] sealPart(int number, byte[] bytes) {
        return cipher.encrypt(FIRST_PART + number, bytes);
    }

    byte[] openPart(int number, byte[] sealed) {
        return cipher.decrypt(FIRST_PART + number, sealed);
    }

    private static byte[] packed(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            JSON.writeValue(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static InflaterInputStream unpacked(byte[] packed) {
        return new InflaterInputStream(new ByteArrayInputStream(packed));
    }
}
