package parallax.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.mail.Refusal;
import parallax.mail.ReturnAddresses;

/**
 * Reads what came to our return addresses. Believes only mail to an address that we made; of that, reports of delivery
 * (RFC 3464) and the older forms without one. Words in a person's language are never read, codes are.
 */
final class ReturnedMailReader {

    /** Reports quote the mail they are about; what they say stands before that. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final List<String> ARRIVED_AT =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-RCPT-TO", "To");
    private static final Pattern FROM_A_SERVER = Pattern.compile("(?i)mailer-daemon|postmaster|mail delivery");
    private static final Pattern AFTER_THE_CODE = Pattern.compile("[45]\\d\\d[ -#]");

    private final ReturnAddresses addresses;

    ReturnedMailReader(ReturnAddresses addresses) {
        this.addresses = addresses;
    }

    /** What a mail says; a mail that cannot be read says nothing. */
    Returned read(MimeMessage mail) {
        try {
            return judge(mail);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Returned.Other("cannot be read");
        }
    }

    private Returned judge(MimeMessage mail) throws MessagingException, IOException {
        Optional<ReturnAddresses.Found> found = target(mail);
        if (found.isEmpty()) {
            return new Returned.Other("not to an address we made");
        }
        ReturnAddresses.Found target = found.get();
        if (isReport(mail, "delivery-status")) {
            return target.stop() ? new Returned.Other("a report to a stop address") : report(mail, target);
        }
        if (isReportOfOtherKind(mail)) {
            return new Returned.Other("a report of another kind");
        }
        if (mail.getHeader("X-Failed-Recipients") != null || isFromAServer(mail)) {
            return target.stop() ? new Returned.Other("a report to a stop address") : words(mail, target);
        }
        if (isAutomatic(mail)) {
            return new Returned.Other("an automatic answer");
        }
        return target.stop() ? new Returned.Stop(target.outboxId()) : new Returned.Other("a mail of a person");
    }

    private Optional<ReturnAddresses.Found> target(MimeMessage mail) throws MessagingException {
        for (String name : ARRIVED_AT) {
            String[] values = mail.getHeader(name);
            Optional<ReturnAddresses.Found> found =
                    values == null ? Optional.empty() : addresses.find(String.join(" ", values));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isReport(MimeMessage mail, String type) throws MessagingException {
        return reportType(mail).equals(type);
    }

    private static boolean isReportOfOtherKind(MimeMessage mail) throws MessagingException {
        return !reportType(mail).isEmpty() || mail.isMimeType("text/calendar") || hasCalendar(mail);
    }

    private static boolean hasCalendar(MimeMessage mail) throws MessagingException {
        String type = mail.getHeader("Content-Class", null);
        return type != null && type.toLowerCase(Locale.ROOT).contains("calendar");
    }

    private static String reportType(MimeMessage mail) throws MessagingException {
        if (!mail.isMimeType("multipart/report")) {
            return "";
        }
        try {
            String type = new ContentType(mail.getContentType()).getParameter("report-type");
            return type == null ? "none" : type.toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "none";
        }
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = mail.getHeader("Auto-Submitted", null);
        String precedence = mail.getHeader("Precedence", null);
        return (submitted != null && !submitted.strip().equalsIgnoreCase("no"))
                || (precedence != null && precedence.toLowerCase(Locale.ROOT).matches("auto_reply|bulk|junk|list"))
                || mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Autorespond") != null
                || mail.getHeader("X-Auto-Response-Suppress") != null;
    }

    private static boolean isFromAServer(MimeMessage mail) throws MessagingException {
        String path = mail.getHeader("Return-Path", null);
        String from = mail.getHeader("From", null);
        boolean nobody = path != null && path.replaceAll("\\s", "").equals("<>");
        return nobody && from != null && FROM_A_SERVER.matcher(from).find();
    }

    private static Returned report(MimeMessage mail, ReturnAddresses.Found target)
            throws MessagingException, IOException {
        Part status = find(mail, "message/delivery-status");
        if (status == null) {
            return new Returned.Other("a report without a status");
        }
        for (InternetHeaders block : blocks(text(status))) {
            String action = block.getHeader("Action", null);
            if (action != null && action.strip().toLowerCase(Locale.ROOT).startsWith("failed")) {
                String said = or(block.getHeader("Status", null)) + " " + or(block.getHeader("Diagnostic-Code", " "));
                return bounce(target, Refusal.code(said).orElse("5.0.0"));
            }
        }
        return new Returned.Other("a report of a delay or of a delivery");
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The older forms: what the server said stands in the words. */
    private static Returned words(MimeMessage mail, ReturnAddresses.Found target)
            throws MessagingException, IOException {
        Part plain = find(mail, "text/plain");
        String words = plain == null ? "" : text(plain);
        Optional<String> code = Refusal.code(words);
        if (code.isPresent()) {
            return bounce(target, code.get());
        }
        return AFTER_THE_CODE.matcher(words).find()
                ? bounce(target, "5.0.0")
                : new Returned.Other("a server's mail without a code");
    }

    private static Returned bounce(ReturnAddresses.Found target, String code) {
        return code.startsWith("2")
                ? new Returned.Other("a report of a delivery")
                : new Returned.Bounce(target.outboxId(), Refusal.of(code), code);
    }

    private static @Nullable Part find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part;
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            Part found = find(inner, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A delivery status is blocks of header lines: one about the mail, one a recipient. */
    private static List<InternetHeaders> blocks(String text) throws MessagingException {
        List<InternetHeaders> blocks = new ArrayList<>();
        for (String block : text.replace("\r\n", "\n").split("\n\\s*\n")) {
            byte[] bytes = (block.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            blocks.add(new InternetHeaders(new ByteArrayInputStream(bytes)));
        }
        return blocks;
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
