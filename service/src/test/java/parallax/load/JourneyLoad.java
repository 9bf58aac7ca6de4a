package parallax.load;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import parallax.app.ApiClient;
import parallax.app.RunningService;

/**
 * Whole journeys of respondents against the running service, over loopback: how much processor time service and PostgreSQL
 * spend on each. Starts the service itself, takes the links from the mails it sends, and stops after a fixed count.
 */
public final class JourneyLoad {

    private static final int WARM_UP = Integer.getInteger("warm", 10_000);
    private static final int MEASURED = Integer.getInteger("measured", 1_500);
    /** What the warm-up and the requests without a form are sent by. */
    private static final int SOME = 8;

    private static final List<Integer> CLIENTS = List.of(1, SOME, 32);
    private static final int SAVING = 60;
    private static final int SAVES = 100;
    private static final int BARE_REQUESTS = 20_000;
    private static final String PASSWORD = "correct-horse-battery";

    private final RunningService service;

    private JourneyLoad(RunningService service) {
        this.service = service;
    }

    /** Prints the table of {@code docs/performance.md} to standard output. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path folder = Files.createTempDirectory("parallax-bench");
        RunningService service = RunningService.launch(
                folder.resolve("data"),
                List.of(
                        "SMTP_URL=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                        "PARALLAX_OWNER_PASSWORD=" + PASSWORD));
        try {
            long before = System.nanoTime();
            service.awaitPage(Duration.ofMinutes(2));
            System.out.println("| work | goal | measured |");
            System.out.println("| --- | --- | --- |");
            row("first page after ./run, empty database", "≤ 6 s warm", "%.1f s", (System.nanoTime() - before) / 1e9);
            row("resident memory of the service when idle", "≤ 320 MB", "%.0f MB", residentMegabytes(service.pid()));
            ApiClient api = ApiClient.signIn(service.base(), "owner@parallax.example", PASSWORD);
            new JourneyLoad(service).measure(new Field(api, mail));
        } finally {
            service.stop("TERM");
            mail.stop();
        }
    }

    private void measure(Field field) throws Exception {
        int people = WARM_UP + CLIENTS.size() * MEASURED + SAVING;
        Field.Launched whole = field.launch(12, true, people);
        double bare = field.bareRate();
        row(
                "outbox, %d invitations".formatted(people),
                "≥ 70 % of bare SMTP in the same run",
                "%.0f mails a second, bare SMTP over one connection %.0f: %.0f %%",
                whole.rate(),
                bare,
                100 * whole.rate() / bare);
        Deque<String> links = new ArrayDeque<>(whole.links());
        journeys(
                links,
                WARM_UP,
                "whole journey: open; five saves, each POST, 303, GET; submit; 12 touchpoints, an item",
                "≤ 8 ms CPU, p99 ≤ 50 ms");
        autosaves(links);
        Deque<String> onePage = new ArrayDeque<>(
                field.launch(3, false, WARM_UP / 5 + CLIENTS.size() * MEASURED).links());
        journeys(
                onePage,
                WARM_UP / 5,
                "one-page journey: open; POST, 303, GET; submit; 3 touchpoints",
                "≤ 2.5 ms CPU, p99 ≤ 50 ms");
        floor();
    }

    private void journeys(Deque<String> links, int warmUp, String work, String goal) throws Exception {
        Journey journey = new Journey();
        Task task = journey::go;
        all(SOME, take(links, warmUp), task);
        for (int clients : CLIENTS) {
            Run run = all(clients, take(links, MEASURED), task);
            row(
                    "%s; %d client%s".formatted(work, clients, clients == 1 ? "" : "s"),
                    goal,
                    "%s; %.0f journeys a second; a request p50 %.1f ms, p99 %.1f ms",
                    run.each(),
                    run.perSecond(),
                    run.millis(0.5),
                    run.millis(0.99));
        }
    }

    private void autosaves(Deque<String> links) throws Exception {
        Journey journey = new Journey();
        Task task = (browser, path) -> journey.save(browser, path, SAVES);
        all(SOME, take(links, SAVING / 3), task);
        int saving = SAVING - SAVING / 3;
        Run run = all(SOME, take(links, saving), task);
        row(
                "each autosave: POST, 204; %d clients".formatted(SOME),
                "≤ 0.5 ms CPU more",
                "%s; p50 %.1f ms, p99 %.1f ms",
                run.cpu().since(new Processors(0, 0, 0), saving * SAVES),
                run.millis(0.5),
                run.millis(0.99));
    }

    /** What a request costs that does nothing: server, filters, and a few bytes from memory. */
    private void floor() throws Exception {

        List<String> many = Collections.nCopies(BARE_REQUESTS, "/assets/favicon.svg");
        Task task = (browser, path) -> browser.get(path).require(200);
        all(SOME, many, task);
        Run run = all(SOME, many, task);
        row("a bare request: GET of a picture from memory; %d clients".formatted(SOME), "", "%s", run.each());
    }

    private static List<String> take(Deque<String> links, int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(links.remove());
        }
        return taken;
    }

    /** Does a task once with each path. */
    private Run all(int clients, List<String> paths, Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        List<Future<Void>> ends = new ArrayList<>();
        Processors before = Processors.of(service.pid());
        long start = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Callable<Void> client = () -> {
                try (Browser browser = new Browser(service.base(), times::add)) {
                    for (int path = next.getAndIncrement(); path < paths.size(); path = next.getAndIncrement()) {
                        task.run(browser, paths.get(path));
                    }
                }
                return null;
            };
            ends.add(threads.submit(client));
        }
        for (Future<Void> end : ends) {
            end.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        Processors cpu = Processors.of(service.pid()).since(before, 1);
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Run(paths.size(), seconds, cpu, sorted);
    }

    private static double residentMegabytes(long pid) throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IllegalStateException("no VmRSS");
    }

    @SuppressWarnings("SystemOut")
    private static void row(String work, String goal, String format, Object... figures) {
        System.out.println("| " + work + " | " + goal + " | " + String.format(Locale.ROOT, format, figures) + " |");
    }

    private interface Task {
        void run(Browser browser, String path) throws IOException;
    }

    /** @param nanos of each request, sorted */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Run(int count, double seconds, Processors cpu, long[] nanos) {

        Processors each() {
            return cpu.since(new Processors(0, 0, 0), count);
        }

        double perSecond() {
            return count / seconds;
        }

        double millis(double share) {
            return nanos[(int) (nanos.length * share)] / 1e6;
        }
    }
}
