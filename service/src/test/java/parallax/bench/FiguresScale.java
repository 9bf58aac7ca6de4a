package parallax.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import parallax.finding.FiguresWorkload;

/** Times all figures of large waves and prints one table. Answers are made up while they are gathered; that is timed too. */
public final class FiguresScale {

    private static final int FEWEST_RUNS = 3;
    private static final int CUSTOMERS_IN_ALL = 2_000_000;

    private FiguresScale() {}

    /** @param sizes numbers of customers; 100,000 and 1,000,000 if none is given */
    public static void main(String[] sizes) {
        System.out.println(
                "| customers | gather, ms | first figures, ms | figures from a warm cube, ms | the same, ms of processor | cube, MB | figures |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String size : sizes.length == 0 ? new String[] {"100000", "1000000"} : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int customers) {
        FiguresWorkload workload = new FiguresWorkload(customers, Math.max(1, customers * 3 / 10));
        long before = usedBytes();
        long start = System.nanoTime();
        workload.gather();
        double gather = millis(start);
        double megabytes = (usedBytes() - before) / 1e6;
        start = System.nanoTime();
        int figures = workload.compute();
        double first = millis(start);
        int runs = Math.max(FEWEST_RUNS, CUSTOMERS_IN_ALL / customers);
        for (int run = 0; run < runs; run++) {
            workload.compute();
        }
        double best = Double.POSITIVE_INFINITY;
        long processor = processorNanos();
        for (int run = 0; run < runs; run++) {
            start = System.nanoTime();
            workload.compute();
            best = Math.min(best, millis(start));
        }
        double work = (processorNanos() - processor) / 1e6 / runs;
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.0f | %.0f | %.0f | %.0f | %.1f | %,d |%n",
                customers,
                gather,
                first,
                best,
                work,
                megabytes,
                figures);
        workload.compute();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
