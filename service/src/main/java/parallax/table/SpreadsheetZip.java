package parallax.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/**
 * Looks through a spreadsheet's zip before anything else opens it: every entry is inflated once against a budget and thrown
 * away, so that what is opened afterwards has a known size.
 */
final class SpreadsheetZip {

    static final int MOST_ENTRIES = 1_000;
    static final long MOST_INFLATED = 100L << 20;
    /** An entry may grow to this many times its packed size once it is larger than {@link #RATIO_COUNTS_FROM}. */
    static final int MOST_RATIO = 100;

    private static final long RATIO_COUNTS_FROM = 1 << 20;
    private static final long MOST_DIRECTORY_BYTES = 1 << 20;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final long packed;
    private final Map<String, Long> sizes = new HashMap<>();
    private byte[] contentTypes = new byte[0];
    private long inflated;

    private SpreadsheetZip(long packed) {
        this.packed = packed;
    }

    /**
     * Inflates it once.
     *
     * @throws RefusedException when it is no plain zip or holds more than is read
     */
    static SpreadsheetZip check(Path file) throws IOException {
        SpreadsheetZip zip = new SpreadsheetZip(Files.size(file));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.inflate(in, entry);
            }
            zip.compareWithDirectory(file);
        } catch (ZipException | IllegalArgumentException e) {
            throw broken();
        } catch (java.io.EOFException e) {
            throw broken();
        }
        return zip;
    }

    private void inflate(ZipInputStream in, ZipEntry entry) throws IOException {
        String name = nameOf(entry);
        if (sizes.size() >= MOST_ENTRIES) {
            throw tooLarge("It has more than %,d parts inside.".formatted(MOST_ENTRIES));
        }
        boolean directory = name.equals("[content_types].xml") || name.endsWith(".rels");
        boolean markup = directory || name.endsWith(".xml") || name.endsWith(".vml");
        byte[] buffer = new byte[1 << 13];
        DoctypeWatch watch = new DoctypeWatch();
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            size += count;
            inflated += count;
            refuseTooLarge(size, packed);
            if (directory && size > MOST_DIRECTORY_BYTES) {
                throw tooLarge("Its list of parts is larger than 1 MB.");
            }
            if (markup && watch.sees(buffer, count)) {
                throw malformed(
                        "It holds a document type declaration, which no spreadsheet program writes and which can read other files.");
            }
            if (name.equals("[content_types].xml")) {
                kept.write(buffer, 0, count);
            }
        }
        in.closeEntry();
        refuseTooLarge(size, entry.getCompressedSize());
        if (kept.size() > 0) {
            contentTypes = kept.toByteArray();
        }
        if (sizes.put(name, size) != null) {
            throw malformed("It holds the part “%s” twice.".formatted(shown(name)));
        }
    }

    private void refuseTooLarge(long size, long packedSize) {
        if (inflated > MOST_INFLATED) {
            throw tooLarge("It unpacks to more than %d MB.".formatted(MOST_INFLATED >> 20));
        }
        if (size > RATIO_COUNTS_FROM && packedSize >= 0 && size > packedSize * MOST_RATIO) {
            throw bomb();
        }
    }

    static RefusedException bomb() {
        return tooLarge("A part of it unpacks to more than %d times its size.".formatted(MOST_RATIO));
    }

    /** Readers of the directory at the end must find what readers from the start found, or the two see different files. */
    private void compareWithDirectory(Path file) throws IOException {
        Set<String> listed = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = nameOf(entry);
                if (!listed.add(name)) {
                    throw malformed("It lists the part “%s” twice.".formatted(shown(name)));
                }
                Long size = sizes.get(name);
                if (size == null || (entry.getSize() >= 0 && entry.getSize() != size)) {
                    throw malformed(
                            "Its directory says something else about “%s” than its content.".formatted(shown(name)));
                }
            }
        }
        if (listed.size() != sizes.size()) {
            throw malformed("It holds parts that its directory does not list.");
        }
    }

    private static String nameOf(ZipEntry entry) {
        String name = entry.getName();
        boolean leaves = name.startsWith("/") || name.contains("\\") || name.contains(":") || name.indexOf('\0') >= 0;
        for (String step : name.split("/", -1)) {
            leaves |= step.equals("..") || step.equals(".");
        }
        if (leaves) {
            throw malformed("It holds a part named “%s”, which leads out of it.".formatted(shown(name)));
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "␦");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }

    /** Bytes of a part once unpacked; -1 when there is no such part. */
    long sizeOf(String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        return sizes.getOrDefault(name.toLowerCase(Locale.ROOT), -1L);
    }

    /** Names of the parts, in lower case. */
    Set<String> parts() {
        return sizes.keySet();
    }

    /** The part {@code [Content_Types].xml}; empty when there is none. */
    byte[] contentTypes() {
        return contentTypes;
    }

    static RefusedException broken() {
        return malformed("It is damaged or was cut off on its way.");
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(
                ProblemType.MALFORMED,
                "This spreadsheet cannot be read. %s Open it in a spreadsheet program, save it as .xlsx and send that file."
                        .formatted(why));
    }

    private static RefusedException tooLarge(String why) {
        return new RefusedException(
                ProblemType.TOO_LARGE,
                "This spreadsheet is not read. %s Send only the sheets that are needed, in a new workbook."
                        .formatted(why));
    }

    /** Finds a DOCTYPE in bytes of any usual encoding: the zeros of UTF-16 are passed over. */
    private static final class DoctypeWatch {

        private int seen;

        boolean sees(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                byte value = bytes[i];
                if (value == 0) {
                    continue;
                }
                if (value == DOCTYPE[seen]) {
                    seen++;
                } else {
                    seen = value == DOCTYPE[0] ? 1 : 0;
                }
                if (seen == DOCTYPE.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
