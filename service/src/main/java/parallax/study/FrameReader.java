package parallax.study;

import java.util.List;
import java.util.Map;
import parallax.questionnaire.Audience;

/** Reads the frames of a wave against what is known of it. */
interface FrameReader {

    Map<Audience, AudienceFrame> read(InputCheck check, Wave wave, List<SegmentVariable> planned);
}
