package parallax.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import parallax.finding.FiguresWorkload;

/** All figures of a wave of 100,000 customers in 30,000 accounts, from its responses and from its cube. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 3)
public class FiguresBench {

    private static final int CUSTOMERS = 100_000;
    private static final int ACCOUNTS = 30_000;

    private final FiguresWorkload workload = new FiguresWorkload(CUSTOMERS, ACCOUNTS);

    @Setup
    public void answer() {
        workload.answer();
        workload.gather();
    }

    @Benchmark
    public int fromAColdCube() {
        workload.gather();
        return workload.compute();
    }

    @Benchmark
    public int fromAWarmCube() {
        return workload.compute();
    }

    /** Runs both and prints a table. */
    public static void main(String[] none) throws RunnerException {
        System.out.println("| all figures of 100,000 customers | ms | ± |");
        System.out.println("| --- | --- | --- |");
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(FiguresBench.class.getName() + "\\.")
                        .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                        .build())
                .run()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError());
        }
    }
}
