package parallax.load;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parallax.app.ApiClient;
import parallax.app.Respondent;
import parallax.app.RunningService;

/**
 * Whole journeys of respondents against the running service, over loopback: how much processor time service and PostgreSQL
 * spend on each. Starts the service itself, takes the links from the mails it sends, and stops after a fixed count.
 */
public final class JourneyLoad {

    private static final int WARM_UP = 600;
    private static final int MEASURED = 600;
    private static final int CLIENTS = 2;
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/s/[A-Za-z0-9_-]{22}");

    private JourneyLoad() {}

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
                        "PARALLAX_OWNER_PASSWORD=correct-horse-battery"));
        try {
            long before = System.nanoTime();
            service.awaitPage(Duration.ofMinutes(2));
            System.out.println("| work | goal | measured |");
            System.out.println("| --- | --- | --- |");
            row("first page after ./run, empty database", "≤ 6 s warm", "%.1f s", (System.nanoTime() - before) / 1e9);
            row("resident memory of the service when idle", "≤ 320 MB", "%.0f MB", residentMegabytes(service.pid()));
            ApiClient api = ApiClient.signIn(service.base(), "owner@parallax.example", "correct-horse-battery");
            measure(
                    api,
                    mail,
                    service,
                    3,
                    "one-page journey: GET, POST, review, POST submit, thanks; 3 touchpoints",
                    "≤ 2.5 ms CPU (12 touchpoints on one page)");
            measure(
                    api,
                    mail,
                    service,
                    12,
                    "full journey: open, four saves with 303 and GET, review, submit; 12 touchpoints",
                    "≤ 8 ms CPU");
        } finally {
            service.stop("TERM");
            mail.stop();
        }
    }

    private static void measure(
            ApiClient api, GreenMail mail, RunningService service, int touchpoints, String work, String goal)
            throws Exception {
        List<String> links = launch(api, mail, touchpoints);
        answer(links.subList(0, WARM_UP));
        double cpuBefore = cpuSeconds(service.pid());
        long before = System.nanoTime();
        answer(links.subList(WARM_UP, WARM_UP + MEASURED));
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = (cpuSeconds(service.pid()) - cpuBefore) * 1000 / MEASURED;
        row(work, goal, "%.2f ms CPU, %.0f journeys a second at " + CLIENTS + " clients", cpu, MEASURED / seconds);
    }

    private static List<String> launch(ApiClient api, GreenMail mail, int touchpoints) throws Exception {
        mail.purgeEmailFromAllMailboxes();
        String engagement = api.post(
                        "/api/engagements", "{\"name\": \"Bench %d\", \"client\": \"Bench\"}".formatted(touchpoints))
                .require(201)
                .path("id")
                .asText();
        api.put(
                        "/api/engagements/" + engagement + "/touchpoints",
                        IntStream.range(0, touchpoints)
                                .mapToObj(i ->
                                        "{\"key\": \"t%d\", \"labels\": {\"en\": \"Touchpoint %d\"}, \"owner\": \"sales\", \"phase\": \"%s\"}"
                                                .formatted(
                                                        i,
                                                        i,
                                                        List.of("discover", "decide", "buy", "use")
                                                                .get(i / 3)))
                                .collect(Collectors.joining(",", "[", "]")))
                .require(200);
        String contacts = IntStream.range(0, WARM_UP + MEASURED)
                .mapToObj(i -> "customer,p%d.%d@bench.example,Account %d".formatted(i, touchpoints, i / 3))
                .collect(Collectors.joining("\n", "audience,email,account\n", "\n"));
        api.post("/api/engagements/" + engagement + "/contacts", "text/csv", contacts)
                .require(200);
        String wave = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Bench\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        if (!mail.waitForIncomingEmail(Duration.ofMinutes(5).toMillis(), WARM_UP + MEASURED)) {
            throw new IllegalStateException("only %d mails came".formatted(mail.getReceivedMessages().length));
        }
        List<String> links = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Matcher link = LINK.matcher(parts.getBodyPart(0).getContent().toString());
            if (link.find()) {
                links.add(link.group());
            }
        }
        return links;
    }

    private static void answer(List<String> links) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Callable<Void> client = () -> {
                Respondent respondent = new Respondent();
                for (int link = next.getAndIncrement(); link < links.size(); link = next.getAndIncrement()) {
                    respondent.answerAll(links.get(link), 3);
                }
                return null;
            };
            all.add(clients.submit(client));
        }
        for (Future<Void> client : all) {
            client.get();
        }
        clients.shutdown();
    }

    /** Of the service and of every process it started, PostgreSQL's sessions among them. */
    private static double cpuSeconds(long pid) {
        ProcessHandle service = ProcessHandle.of(pid).orElseThrow();
        double sum = cpu(service);
        return sum + service.descendants().mapToDouble(JourneyLoad::cpu).sum();
    }

    private static double cpu(ProcessHandle process) {
        return Optional.of(process)
                .flatMap(known -> known.info().totalCpuDuration())
                .map(duration -> duration.toNanos() / 1e9)
                .orElse(0.0);
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
}
