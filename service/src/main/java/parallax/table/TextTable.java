package parallax.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** A table somebody sent as text: its header, then its rows, streamed. */
public final class TextTable {

    /** Longest cell, in characters. */
    public static final int LONGEST_CELL = 10_000;

    /** Most columns of a table. */
    public static final int MOST_COLUMNS = 200;

    private static final int HEAD = 8_192;
    private static final int LONGEST_HEADER = 1 << 15;
    // The reader holds one cell at a time in this buffer; past it a quote was opened and not closed, or it is no table.
    private static final int LONGEST_FIELD = 1 << 17;

    private final RowHandler rows;
    private final Iterator<RowHandler.Cells> records;
    private List<String> header = List.of();

    private final char separator;
    private final EncodingReader encoding;

    private TextTable(RowHandler rows, Reader reader, char separator, EncodingReader encoding) {
        this.rows = rows;
        this.separator = separator;
        this.encoding = encoding;
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(rows, reader)
                .iterator();
    }

    /**
     * Opens a CSV of any usual kind: UTF-8 with or without byte order mark, UTF-16, Windows-1252; comma, semicolon or tab;
     * any line end. Cells hold {@value #LONGEST_CELL} characters, rows {@value #MOST_COLUMNS} cells at most.
     *
     * @throws RefusedException TOO_LARGE; MALFORMED (no readable text, a quote never closed); UNSUPPORTED_TYPE (Excel, PDF,
     *     zip); INVALID (no header, a column name missing or standing twice), with row and column
     */
    public static TextTable read(InputStream in, long mostBytes) {
        return read(in, mostBytes, Reading.FOUND);
    }

    /**
     * The same, where encoding or separator are told instead of found.
     *
     * @throws RefusedException as {@link #read(InputStream, long)}; INVALID for an encoding or separator that is not known
     */
    public static TextTable read(InputStream in, long mostBytes, Reading reading) {
        InputStream limited = new LimitedInputStream(in, mostBytes);
        try {
            byte[] head = limited.readNBytes(HEAD);
            FileKind.refuseUnlessText(head);
            EncodingReader encoding = new EncodingReader(head, limited, reading.charset());
            PushbackReader reader = new PushbackReader(encoding, LONGEST_HEADER);
            char separator = reading.separatorOr(findSeparator(reader));
            TextTable table = new TextTable(new RowHandler(), reader, separator, encoding);
            table.readHeader();
            return table;
        } catch (UnreadableTextException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The separator that stands most often in the header, outside quotes. */
    private static char findSeparator(PushbackReader reader) throws IOException {
        char[] start = new char[LONGEST_HEADER];
        int length = 0;
        for (int count = 0; count >= 0 && length < start.length; ) {
            count = reader.read(start, length, start.length - length);
            length += Math.max(0, count);
        }
        reader.unread(start, 0, length);
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            char c = start[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        char best = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[best] ? '\t' : best;
    }

    private void readHeader() {
        RowHandler.@Nullable Cells first = next();
        if (first != null && first.flaw() != null) {
            throw invalid(
                    1, first.flaw().column(), first.flaw().value(), first.flaw().message());
        }
        List<String> names = first == null ? List.of() : first.values();
        int last = names.size();
        while (last > 0 && names.get(last - 1).isEmpty()) {
            last--;
        }
        if (last == 0) {
            throw invalid(1, null, null, "The first row must hold the names of the columns; it is empty.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < last; i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw invalid(
                        1, String.valueOf(i + 1), null, "Column %d has no name in the first row.".formatted(i + 1));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw invalid(1, name, name, "Column '%s' stands twice in the first row. Remove one.".formatted(name));
            }
        }
        header = List.copyOf(names.subList(0, last));
        rows.nameColumns(header);
    }

    /** Names of the columns as typed; no two are equal, whatever their case. */
    public List<String> header() {
        return header;
    }

    /** Position of a column, whatever its case; -1 when there is none. */
    public int positionOf(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Calls once a data row; row numbers as in the file, the header being row 1. Cells are stripped; missing cells are "".
     * Rows without any text are left out.
     *
     * @throws RefusedException TOO_LARGE, MALFORMED or INVALID, with row and column
     */
    public void forEach(Consumer<Row> consumer) {
        forEach(consumer, broken -> {
            throw invalid(broken.row().number(), broken.column(), broken.value(), broken.message());
        });
    }

    /**
     * The same, where a row that cannot be used leaves the others usable.
     *
     * @param spoilt called instead for a row with too many, too long or unreadable cells
     * @throws RefusedException TOO_LARGE or MALFORMED, with row and column
     */
    public void forEach(Consumer<Row> consumer, Consumer<Broken> spoilt) {
        for (RowHandler.@Nullable Cells cells = next(); cells != null; cells = next()) {
            if (cells.blank()) {
                continue;
            }
            Row row = new Row(cells.number(), fitted(cells.values()));
            RowHandler.Flaw flaw = cells.flaw() == null ? surplus(cells.values()) : cells.flaw();
            if (flaw == null) {
                consumer.accept(row);
            } else {
                spoilt.accept(new Broken(row, flaw.column(), flaw.value(), flaw.message()));
            }
        }
    }

    private RowHandler.@Nullable Flaw surplus(List<String> values) {
        for (int i = header.size(); i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                return new RowHandler.Flaw(
                        null,
                        values.get(i),
                        "This row has %d cells, the first row names %d columns. A separator inside a text needs quotes around the text."
                                .formatted(values.size(), header.size()));
            }
        }
        return null;
    }

    /** What separates the cells: "comma", "semicolon" or "tab". */
    public String separator() {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "comma";
        };
    }

    /** The encoding, such as "UTF-8"; known for certain once all rows are read. */
    public String encoding() {
        return encoding.charset().displayName(Locale.ROOT);
    }

    private List<String> fitted(List<String> values) {
        if (values.size() == header.size()) {
            return values;
        }
        String[] cells = values.toArray(new String[0]);
        int given = Math.min(cells.length, header.size());
        cells = Arrays.copyOf(cells, header.size());
        Arrays.fill(cells, given, cells.length, "");
        return List.of(cells);
    }

    private RowHandler.@Nullable Cells next() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw refusal(e);
        }
    }

    private RuntimeException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            if (cause instanceof UnreadableTextException unreadable) {
                return unreadable(unreadable);
            }
            if (cause instanceof IOException io) {
                return new UncheckedIOException(io);
            }
        }
        String told = explain(String.valueOf(failure.getMessage()));
        return new RefusedException(
                ProblemType.MALFORMED,
                "Row %d cannot be read. %s".formatted(rows.current(), told),
                List.of(InputError.cell(rows.current(), rows.currentColumn(), null, told)));
    }

    private static String explain(String message) {
        if (message.startsWith("Unclosed quoted field")) {
            return "A quote (\") is opened here and never closed. Close it, or write a quote inside a quoted text twice.";
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return "Text follows a closing quote (\"). Write a quote inside a quoted text twice.";
        }
        return "This cell has more than %d characters. Perhaps a quote (\") was never closed.".formatted(LONGEST_CELL);
    }

    private static RefusedException unreadable(UnreadableTextException e) {
        String told = "Row %d has characters in another encoding than the rows before. Save the file as CSV UTF-8."
                .formatted(e.line());
        return new RefusedException(ProblemType.MALFORMED, told, List.of(InputError.cell(e.line(), null, null, told)));
    }

    static RefusedException invalid(int row, @Nullable String column, @Nullable String value, String message) {
        return new RefusedException(
                ProblemType.INVALID,
                "Row %d: %s".formatted(row, message),
                List.of(InputError.cell(row, column, value, message)));
    }

    /** One data row. */
    public record Row(int number, List<String> cells) {}

    /** A data row that cannot be used, cut or filled up to the header, and why. */
    public record Broken(
            Row row, @Nullable String column, @Nullable String value, String message) {}
}
