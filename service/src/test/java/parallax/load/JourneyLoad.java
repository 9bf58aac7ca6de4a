package parallax.load;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static final int WARM_UP = Integer.getInteger("warm", 10_000);
    private static final int MEASURED = Integer.getInteger("measured", 2_000);
    private static final int CLIENTS = 2;

    private static final int MANY_CLIENTS = 32;
    private static final int BARE = 4_000;
    /** Of /proc on Linux, whatever the kernel counts in. */
    private static final double TICKS_A_SECOND = 100;

    private static final String RECEIVED = "Your answers are received";
    /** More would be a job to wait for. */
    private static final int CONTACTS_AT_ONCE = 4_000;

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
            double onePage = measure(
                    api,
                    mail,
                    service,
                    new Form(3, WARM_UP),
                    "one-page journey: GET, POST, review, POST submit, thanks; 3 touchpoints",
                    "≤ 2.5 ms CPU (12 touchpoints on one page)");
            double full = measure(
                    api,
                    mail,
                    service,
                    // on top of all that went before
                    new Form(12, WARM_UP / 5),
                    "full journey: open, four saves with 303 and GET, review, submit; 12 touchpoints",
                    "≤ 8 ms CPU");
            row("each autosave: POST, 303, GET", "≤ 0.5 ms CPU more", "%.2f ms CPU", (full - onePage) / 3);
        } finally {
            service.stop("TERM");
            mail.stop();
        }
    }

    private static double measure(
            ApiClient api, GreenMail mail, RunningService service, Form form, String work, String goal)
            throws Exception {
        int warm = form.warmUp();
        List<String> links = launch(api, mail, form);
        answer(links.subList(0, warm), CLIENTS);
        double cpuBefore = cpuSeconds(service.pid());
        double compilerBefore = compilerSeconds(service.pid());
        double javaBefore = cpu(ProcessHandle.of(service.pid()).orElseThrow());
        long before = System.nanoTime();
        answer(links.subList(warm, warm + MEASURED), CLIENTS);
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = (cpuSeconds(service.pid()) - cpuBefore) * 1000 / MEASURED;
        double java = (cpu(ProcessHandle.of(service.pid()).orElseThrow()) - javaBefore) * 1000 / MEASURED;
        double compiler = (compilerSeconds(service.pid()) - compilerBefore) * 1000 / MEASURED;
        row(
                work,
                goal,
                "%.2f ms CPU (service %.2f, of it the compiler %.2f, PostgreSQL %.2f), %.0f journeys a second at "
                        + CLIENTS + " clients",
                cpu,
                java,
                compiler,
                cpu - java,
                MEASURED / seconds);
        long[] nanos = answer(links.subList(warm + MEASURED, links.size()), MANY_CLIENTS);
        row(
                "the same at %d clients: time of a request, its redirect included".formatted(MANY_CLIENTS),
                "p99 ≤ 50 ms",
                "p50 %.0f ms, p99 %.0f ms (the client takes its share of the same processors)",
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6);
        return cpu;
    }

    private static List<String> launch(ApiClient api, GreenMail mail, Form form) throws Exception {
        int touchpoints = form.touchpoints();
        int people = form.people();
        mail.purgeEmailFromAllMailboxes();
        String engagement = api.post(
                        "/api/engagements", "{\"name\": \"Bench %d\", \"client\": \"Bench\"}".formatted(touchpoints))
                .require(201)
                .path("id")
                .asText();
        api.put(
                        "/api/engagements/" + engagement + "/questionnaire",
                        IntStream.range(0, touchpoints)
                                .mapToObj(i ->
                                        "{\"key\": \"t%d\", \"labels\": {\"en\": \"Touchpoint %d\"}, \"owner\": \"sales\", \"phase\": \"%s\"}"
                                                .formatted(
                                                        i,
                                                        i,
                                                        List.of("discover", "decide", "buy", "use")
                                                                .get(i / 3)))
                                .collect(Collectors.joining(
                                        ",",
                                        "{\"languages\": [\"en\"], \"scale_points\": 5, \"pages\": [], \"touchpoints\": [",
                                        "]}")))
                .require(200);
        for (int first = 0; first < people; first += CONTACTS_AT_ONCE) {
            String contacts = IntStream.range(first, Math.min(first + CONTACTS_AT_ONCE, people))
                    .mapToObj(i -> "customer,p%d.%d@bench.example,Account %d".formatted(i, touchpoints, i / 3))
                    .collect(Collectors.joining("\n", "audience,email,account\n", "\n"));
            api.post("/api/engagements/" + engagement + "/contacts", "text/csv", contacts)
                    .require(200);
        }
        String wave = api.post(
                        "/api/engagements/" + engagement + "/waves",
                        "{\"name\": \"Bench\", \"audiences\": [\"customer\"]}")
                .require(201)
                .path("id")
                .asText();
        api.post("/api/waves/" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        awaitMails(mail, 1);
        long first = System.nanoTime();
        awaitMails(mail, people);
        double rate = (people - 1) / ((System.nanoTime() - first) / 1e9);
        double bare = bareRate(mail);
        row(
                "outbox, %d invitations".formatted(people),
                "≥ 70 % of bare SMTP in the same run",
                "%.0f mails a second, bare SMTP over one connection %.0f: %.0f %%",
                rate,
                bare,
                100 * rate / bare);
        Set<String> links = new LinkedHashSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Matcher link = LINK.matcher(parts.getBodyPart(0).getContent().toString());
            if (link.find()) {
                links.add(link.group());
            }
        }
        return List.copyOf(links);
    }

    private static void awaitMails(GreenMail mail, int count) {
        if (!mail.waitForIncomingEmail(Duration.ofMinutes(10).toMillis(), count)) {
            throw new IllegalStateException("only %d mails came".formatted(mail.getReceivedMessages().length));
        }
    }

    /** The very mails once more, handed to the same server over one connection without anything else. */
    private static double bareRate(GreenMail mail) throws Exception {
        List<MimeMessage> again =
                Arrays.stream(mail.getReceivedMessages()).limit(BARE).toList();
        Session session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", mail.getSmtp().getPort(), null, null);
            // the first half brings this program up to speed, as the outbox had its time too
            send(transport, again.subList(0, again.size() / 2));
            long before = System.nanoTime();
            send(transport, again.subList(again.size() / 2, again.size()));
            return again.size() / 2 / ((System.nanoTime() - before) / 1e9);
        }
    }

    private static void send(Transport transport, List<MimeMessage> mails) throws Exception {
        for (MimeMessage mail : mails) {
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** The time of each request in nanoseconds, sorted. */
    private static long[] answer(List<String> links, int count) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Callable<Void> client = () -> {
                Respondent respondent = new Respondent(times::add);
                for (int link = next.getAndIncrement(); link < links.size(); link = next.getAndIncrement()) {
                    String last = respondent.answerAll(links.get(link), 3);
                    if (!last.contains(RECEIVED)) {
                        throw new IllegalStateException("a journey ended elsewhere:\n" + last);
                    }
                }
                return null;
            };
            all.add(clients.submit(client));
        }
        for (Future<Void> client : all) {
            client.get();
        }
        clients.shutdown();
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Of the service and of every process it started, PostgreSQL's sessions among them. */
    private static double cpuSeconds(long pid) {
        ProcessHandle service = ProcessHandle.of(pid).orElseThrow();
        double sum = cpu(service);
        return sum + service.descendants().mapToDouble(JourneyLoad::cpu).sum();
    }

    /** Of a process and of those it started that have ended since: a session of PostgreSQL takes its time with it. */
    private static double cpu(ProcessHandle process) {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        } catch (IOException gone) {
            return 0;
        }
        // behind the name, which may hold anything: state is field 3, user, system and both of ended children are 14 to
        // 17
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int field = 14; field <= 17; field++) {
            ticks += Long.parseLong(fields[field - 3]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** Of the threads that compile, which end their work some time after the warm-up. */
    private static double compilerSeconds(long pid) throws IOException {
        long ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                String line = Files.readString(thread.resolve("stat"));
                if (line.contains("(C1 Compil") || line.contains("(C2 Compil")) {
                    // utime and stime, counted from behind the name, which may hold blanks
                    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
        }
        return ticks / TICKS_A_SECOND;
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

    /** A form, and how many journeys through it go before those measured. */
    private record Form(int touchpoints, int warmUp) {

        /** Half as many as are measured go in the end, many at once. */
        int people() {
            return warmUp + MEASURED + MEASURED / 2;
        }
    }
}
