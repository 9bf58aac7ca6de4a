package parallax.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parallax.contact.Verdict;

/** One file on its way in, within a transaction: its bytes, its rows, what is known of it; all sealed. */
final class IntakeStore {

    private static final int PART = 1 << 20;

    private final IntakeDao dao;
    private final UUID id;
    private final Blocks blocks;

    IntakeStore(IntakeDao dao, UUID id, Blocks blocks) {
        this.dao = dao;
        this.id = id;
        this.blocks = blocks;
    }

    UUID id() {
        return id;
    }

    IntakeDao dao() {
        return dao;
    }

    About about(IntakeRow row) {
        return blocks.openAbout(row.about());
    }

    void save(About about, boolean checked) {
        dao.update(id, blocks.sealAbout(about), checked);
    }

    /** Keeps the file as it came. */
    void keep(InputStream file) throws IOException {
        int number = 0;
        for (byte[] part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
            dao.insertPart(id, number, blocks.sealPart(number, part));
            number++;
        }
    }

    /** The file as it came. */
    InputStream file() {
        return new Parts();
    }

    /** Takes rows in, in blocks; call {@link Rows#end} after the last. */
    Rows rows() {
        return new Rows();
    }

    /**
     * Looks at all rows, block by block, and keeps what was found.
     *
     * @param look rows of a block to the same rows with their outcome
     */
    Counts lookAtAll(UnaryOperator<List<FileRow>> look) {
        Counts all = Counts.NONE;
        for (IntakeDao.BlockRow block : dao.listBlocks(id)) {
            List<FileRow> rows = look.apply(rowsOf(block.number()));
            Counts counts = Counts.NONE;
            for (FileRow row : rows) {
                Verdict.Outcome outcome = row.outcome();
                if (outcome != null) {
                    counts = counts.and(new Verdict(outcome, row.problems(), row.warnings()));
                }
            }
            dao.updateBlock(id, block.number(), blocks.sealRows(block.number(), rows), counts);
            all = all.plus(counts);
        }
        return all;
    }

    List<FileRow> rowsOf(int block) {
        return blocks.openRows(block, dao.block(id, block).orElseThrow());
    }

    /**
     * Rows of one list.
     *
     * @param skip how many of them come before
     */
    List<FileRow> list(Listed listed, int skip, int most) {
        List<FileRow> found = new ArrayList<>();
        int left = skip;
        for (IntakeDao.BlockRow block : dao.listBlocks(id)) {
            int here = block.of(listed);
            if (here <= left) {
                left -= here;
                continue;
            }
            for (FileRow row : rowsOf(block.number())) {
                if (found.size() < most && listed.has(row) && left-- <= 0) {
                    found.add(row);
                }
            }
            left = 0;
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** Rows as they come, gathered to blocks. */
    final class Rows {

        private final List<FileRow> gathered = new ArrayList<>(Blocks.ROWS);
        private int number;

        void add(FileRow row) {
            gathered.add(row);
            if (gathered.size() == Blocks.ROWS) {
                write();
            }
        }

        void end() {
            if (!gathered.isEmpty()) {
                write();
            }
        }

        private void write() {
            dao.insertBlock(id, number, blocks.sealRows(number, gathered));
            gathered.clear();
            number++;
        }
    }

    private final class Parts extends InputStream {

        private int number;
        private @Nullable InputStream part = next();

        private @Nullable InputStream next() {
            return dao.findPart(id, number)
                    .map(bytes -> new ByteArrayInputStream(blocks.openPart(number++, bytes)))
                    .orElse(null);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                while (part != null) {
                    int count = part.read(target, offset, length);
                    if (count >= 0) {
                        return count;
                    }
                    part = next();
                }
                return -1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
