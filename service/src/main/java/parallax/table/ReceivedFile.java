package parallax.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** A file somebody sent, kept on this node until closed, so that it can be measured first and read later. */
public final class ReceivedFile implements AutoCloseable {

    private final Path path;
    private final long mostBytes;
    private final int lines;

    private ReceivedFile(Path path, long mostBytes, int lines) {
        this.path = path;
        this.mostBytes = mostBytes;
        this.lines = lines;
    }

    static ReceivedFile receive(Path folder, InputStream in, long mostBytes) {
        try {
            Path path = Files.createTempFile(folder, "file-", ".received");
            boolean whole = false;
            try {
                ReceivedFile file = copy(new LimitedInputStream(in, mostBytes), path, mostBytes);
                whole = true;
                return file;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReceivedFile copy(InputStream in, Path path, long mostBytes) throws IOException {
        int lines = 0;
        byte previous = '\n';
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                for (int i = 0; i < count; i++) {
                    // In UTF-16 a zero stands between the two characters of a line end.
                    if (buffer[i] == 0) {
                        continue;
                    }
                    if (buffer[i] == '\r' || buffer[i] == '\n' && previous != '\r') {
                        lines++;
                    }
                    previous = buffer[i];
                }
            }
        }
        boolean endsWithin = previous != '\n' && previous != '\r';
        return new ReceivedFile(path, mostBytes, lines + (endsWithin ? 1 : 0));
    }

    /** Lines of the text, its header included; at least the number of its rows. */
    public int lines() {
        return lines;
    }

    /** The content, from its start. */
    public InputStream open() {
        try {
            return new BufferedInputStream(Files.newInputStream(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the content. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the content as a table; see {@link TextTable#read}. */
    public <T> T read(Function<TextTable, T> reader) {
        try (InputStream in = open()) {
            return reader.apply(TextTable.read(in, mostBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the content as a table of a known kind; see {@link TextTable#read(InputStream, long, Reading)}. */
    public <T> T read(Reading reading, Function<TextTable, T> reader) {
        try (InputStream in = open()) {
            return reader.apply(TextTable.read(in, mostBytes, reading));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the content begins as a zip archive does, and so may be a workbook (.xlsx) but no text. */
    public boolean isZip() {
        try (InputStream in = open()) {
            return FileKind.isZip(in.readNBytes(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the content as a workbook; see {@link SheetReader#open}. */
    public <T> T readSheets(Function<SheetReader, T> reader) {
        try (SheetReader sheets = SheetReader.open(path)) {
            return reader.apply(sheets);
        }
    }

    /** Hands the file to work that closes it when done; closes it here when that work cannot begin. */
    public <T> T handOver(Supplier<T> beginning) {
        boolean begun = false;
        try {
            T started = beginning.get();
            begun = true;
            return started;
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
