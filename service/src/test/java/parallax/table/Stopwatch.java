package parallax.table;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Measures work by the processor time of its thread: a neighbour on the machine changes the time on the wall, hardly this.
 *
 * @param wall seconds on the wall
 * @param processor seconds of this thread's processor time; the database's is not in it
 */
public record Stopwatch<T>(T result, double wall, double processor) {

    private static final double NANOS = 1e9;

    public static <T> Stopwatch<T> of(Supplier<T> work) {
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        T result = work.get();
        return new Stopwatch<>(
                result,
                (System.nanoTime() - wall) / NANOS,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / NANOS);
    }

    @Override
    public String toString() {
        return "%.2f s on the wall, %.2f s of this processor".formatted(wall, processor);
    }
}
