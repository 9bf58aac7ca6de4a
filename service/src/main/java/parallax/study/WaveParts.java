package parallax.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parallax.questionnaire.Audience;

/** Segments and frames of a wave, in the caller's transaction. */
final class WaveParts {

    private WaveParts() {}

    static List<SegmentVariable> segments(Handle handle, WaveId id) {
        return handle.attach(WavePartsDao.class).listSegments(id.value()).stream()
                .map(WavePartsDao.SegmentRow::toSegment)
                .toList();
    }

    static void replaceSegments(Handle handle, WaveId id, List<SegmentVariable> segments) {
        WavePartsDao dao = handle.attach(WavePartsDao.class);
        dao.deleteSegments(id.value());
        List<WavePartsDao.SegmentRow> rows = new ArrayList<>();
        for (SegmentVariable segment : segments) {
            rows.add(new WavePartsDao.SegmentRow(rows.size(), segment.variable(), StoredJson.write(segment.values())));
        }
        dao.insertSegments(id.value(), rows);
    }

    static Map<Audience, AudienceFrame> frames(Handle handle, WaveId id) {
        Map<Audience, AudienceFrame> frames = new EnumMap<>(Audience.class);
        handle.attach(WavePartsDao.class)
                .listFrames(id.value())
                .forEach(row -> frames.put(Audience.ofCode(row.audience()), row.toFrame()));
        return frames;
    }

    static void saveFrame(Handle handle, WaveId id, Audience audience, AudienceFrame frame) {
        handle.attach(WavePartsDao.class).saveFrame(id.value(), FrameRow.of(audience, frame));
    }

    /**
     * Sizes, dispositions and margins of all audiences; what was asked of whom stays.
     *
     * @param marginsOnly whether sizes and dispositions stay too
     */
    static void replaceFrames(Handle handle, WaveId id, Map<Audience, AudienceFrame> wanted, boolean marginsOnly) {
        Map<Audience, AudienceFrame> known = frames(handle, id);
        Set<Audience> touched = EnumSet.noneOf(Audience.class);
        touched.addAll(known.keySet());
        touched.addAll(wanted.keySet());
        for (Audience audience : touched) {
            AudienceFrame was = known.getOrDefault(audience, AudienceFrame.unknown());
            AudienceFrame now = wanted.getOrDefault(audience, AudienceFrame.unknown());
            AudienceFrame counts = marginsOnly ? was : now;
            AudienceFrame frame = new AudienceFrame(
                    counts.people(), counts.dispositions(), was.askedItems(), was.askedMeasures(), now.margins());
            saveFrame(handle, id, audience, frame);
            handle.attach(WavePartsDao.class).saveMargins(id.value(), FrameRow.of(audience, frame));
        }
    }
}
