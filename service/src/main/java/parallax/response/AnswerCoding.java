package parallax.response;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parallax.keys.KeyFiles;
import parallax.study.EngagementId;
import parallax.study.SegmentVariable;

/** Turns imported answers into responses: names become codes, and order and ids say nothing. */
final class AnswerCoding {

    private final KeyFiles keys;
    private final Random random;

    /** @param random unpredictable; gives ids and order */
    AnswerCoding(KeyFiles keys, Random random) {
        this.keys = keys;
        this.random = random;
    }

    List<Response> code(EngagementId engagement, ImportedAnswers answers) {
        List<Map<String, Byte>> values =
                answers.segments().stream().map(AnswerCoding::positions).toList();
        List<Integer> columns = answers.segmentColumns();
        Map<String, byte[]> accounts = new HashMap<>();
        List<Response> responses = new ArrayList<>(answers.sheets().size());
        answers.sheets().forEach((key, sheet) -> {
            byte[] segments = new byte[columns.size()];
            for (int i = 0; i < segments.length; i++) {
                segments[i] = values.get(i).getOrDefault(key.segments().get(columns.get(i)), (byte) 0);
            }
            ImportedAnswers.Person person = key.person();
            responses.add(new Response(
                    randomId(),
                    person.audience(),
                    account(engagement, answers.accountOf(person), accounts),
                    keys.personCode(engagement.value(), person.audience().code() + "/" + person.respondent()),
                    segments,
                    sheet.experience(),
                    sheet.importance(),
                    sheet.numbers()));
        });
        Collections.shuffle(responses, random);
        return responses;
    }

    private byte @Nullable [] account(EngagementId engagement, String name, Map<String, byte[]> known) {
        return name.isEmpty() ? null : known.computeIfAbsent(name, key -> keys.accountCode(engagement.value(), key));
    }

    private static Map<String, Byte> positions(SegmentVariable variable) {
        Map<String, Byte> positions = new HashMap<>();
        for (int i = 0; i < variable.values().size(); i++) {
            positions.put(variable.values().get(i), (byte) (i + 1));
        }
        return positions;
    }

    private UUID randomId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        // Version 4, variant 2 (RFC 9562).
        return new UUID(halves.getLong() & ~0xF000L | 0x4000L, halves.getLong() & ~(3L << 62) | 1L << 63);
    }
}
