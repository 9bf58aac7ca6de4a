package parallax.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Processor time in seconds that a service has taken so far.
 *
 * @param java of its process
 * @param compiler of the threads in it that compile, which end their work some time after the warm-up
 * @param database of every process it started: PostgreSQL and its sessions
 */
record Processors(double java, double compiler, double database) {

    /** Of /proc on Linux, whatever the kernel counts in. */
    private static final double TICKS_A_SECOND = 100;

    static Processors of(long pid) throws IOException {
        ProcessHandle service = ProcessHandle.of(pid).orElseThrow();
        return new Processors(
                seconds(service),
                compiler(pid),
                service.descendants().mapToDouble(Processors::seconds).sum());
    }

    /** Since another reading, by each of so many. */
    Processors since(Processors before, int count) {
        return new Processors(
                (java - before.java) / count,
                (compiler - before.compiler) / count,
                (database - before.database) / count);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f ms CPU (service %.2f, of it the compiler %.2f, PostgreSQL %.2f)",
                (java + database) * 1000,
                java * 1000,
                compiler * 1000,
                database * 1000);
    }

    /** Of a process and of those it started that have ended since: a session of PostgreSQL takes its time with it. */
    private static double seconds(ProcessHandle process) {
        try {
            return ticks(Path.of("/proc/" + process.pid() + "/stat"), 4) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double compiler(long pid) throws IOException {
        long ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                Path stat = thread.resolve("stat");
                if (Files.readString(stat).matches("(?s).*\\(C[12] Compil.*")) {
                    ticks += ticks(stat, 2);
                }
            }
        }
        return ticks / TICKS_A_SECOND;
    }

    /** User and system time, and with {@code fields} of 4 both of ended children too. */
    private static long ticks(Path stat, int fields) throws IOException {
        String line = Files.readString(stat);
        // behind the name, which may hold anything, comes field 3; the times begin at 14
        String[] values = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = 0; field < fields; field++) {
            ticks += Long.parseLong(values[11 + field]);
        }
        return ticks;
    }
}
