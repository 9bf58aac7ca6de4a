package parallax.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingTest {

    @TempDir
    Path parent;

    @Test
    void whatWasReceivedLiesInTheFolderUntilItIsClosed() throws IOException {
        try (Incoming incoming = Incoming.in(parent)) {
            try (ReceivedFile file = receive(incoming)) {
                assertThat(file.bytes()).containsExactly(1, 2, 3);
                assertThat(received()).hasSize(1);
            }
            assertThat(received()).isEmpty();
            receive(incoming);
            assertThat(received()).hasSize(1);
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsRemovedAndWhatALivingOneHoldsIsNot() throws IOException {
        // as a killed process leaves it: lock file and folder, and nobody who holds the lock
        Files.createFile(parent.resolve("parallax-incoming-1.lock"));
        Files.createDirectory(parent.resolve("parallax-incoming-1"));
        Files.createFile(parent.resolve("parallax-incoming-1").resolve("file-1.received"));
        Path stranger = Files.createFile(parent.resolve("file-2.received"));
        try (Incoming living = Incoming.in(parent)) {
            receive(living);
            try (Incoming second = Incoming.in(parent)) {
                assertThat(second).isNotSameAs(living);
                assertThat(received()).hasSize(2).contains(stranger);
                assertThat(parent.resolve("parallax-incoming-1")).doesNotExist();
                assertThat(parent.resolve("parallax-incoming-1.lock")).doesNotExist();
            }
        }
        assertThat(received()).containsExactly(stranger);
    }

    private static ReceivedFile receive(Incoming incoming) {
        return incoming.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);
    }

    private List<Path> received() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(file -> file.toString().endsWith(".received")).toList();
        }
    }
}
