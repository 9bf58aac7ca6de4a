package parallax.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import parallax.answering.Answers;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Touchpoint;

/**
 * What the fictional people of the sample think: around a centre a touchpoint and audience, shifted by a company and a
 * person of their own. The centres are invented so that the report has something of everything.
 */
final class SampleOpinions {

    private static final int POINTS = 5;
    private static final double BETWEEN_ACCOUNTS = 0.3;
    private static final double BETWEEN_PERSONS = 0.3;
    private static final double WITHIN_PERSON = 0.75;
    private static final double SHARE_LEFT_OPEN = 0.02;
    private static final Centre ELSEWHERE = new Centre(3.5, 3.5, 0.9, 3.5, 3.5);

    private static final Map<String, Centre> CENTRES = Map.ofEntries(
            Map.entry("website", new Centre(3.9, 3.2, 0.93, 3.2, 4.1)),
            Map.entry("brochure", new Centre(3.6, 2.6, 0.7, 3.2, 4.4)),
            Map.entry("trade_show", new Centre(3.4, 2.2, 0.35, 3.9, 4.2)),
            Map.entry("first_call", new Centre(4.1, 3.9, 0.95, 4.2, 3.7)),
            Map.entry("demo", new Centre(3.0, 4.4, 0.8, 4.4, 3.7)),
            Map.entry("technical_advice", new Centre(4.5, 4.6, 0.9, 3.5, 3.4)),
            Map.entry("proposal", new Centre(2.5, 4.5, 0.95, 4.1, 3.6)),
            Map.entry("price", new Centre(3.1, 4.3, 1, 2.4, 3.2)),
            Map.entry("negotiation", new Centre(3.6, 3.5, 0.85, 3.8, 3.4)),
            Map.entry("handover", new Centre(2.6, 4.2, 0.9, 3.8, 3.3)),
            Map.entry("delivery", new Centre(3.9, 4.7, 0.98, 3.9, 3.9)),
            Map.entry("follow_up", new Centre(2.9, 3.8, 0.92, 4.2, 3.4)));

    private final RandomGenerator random;
    private final Map<Integer, Double> accountShifts = new HashMap<>();

    SampleOpinions(RandomGenerator random) {
        this.random = random;
    }

    /** @param account any number that is the same for people of one company */
    Answers of(Audience audience, int account, List<Touchpoint> touchpoints) {
        double shift = random.nextGaussian() * BETWEEN_PERSONS;
        if (audience == Audience.CUSTOMER) {
            shift += accountShifts.computeIfAbsent(account, key -> random.nextGaussian() * BETWEEN_ACCOUNTS);
        }
        byte[] experience = new byte[touchpoints.size()];
        byte[] importance = new byte[touchpoints.size()];
        for (int i = 0; i < experience.length; i++) {
            Centre centre = CENTRES.getOrDefault(touchpoints.get(i).key(), ELSEWHERE);
            experience[i] = met(audience, centre) ? rating(centre.experience(audience) + shift) : (byte) 255;
            importance[i] = rating(centre.importance + shift / 2);
        }
        return new Answers(experience, importance);
    }

    private boolean met(Audience audience, Centre centre) {
        return random.nextDouble() < (audience == Audience.CUSTOMER ? centre.reach : 0.97);
    }

    private byte rating(double centre) {
        if (random.nextDouble() < SHARE_LEFT_OPEN) {
            return 0;
        }
        long rating = Math.round(centre + random.nextGaussian() * WITHIN_PERSON);
        return (byte) Math.max(1, Math.min(POINTS, rating));
    }

    private record Centre(double experience, double importance, double reach, double sales, double marketing) {

        double experience(Audience audience) {
            return switch (audience) {
                case CUSTOMER -> experience;
                case SALES -> sales;
                case MARKETING -> marketing;
                case LEADERSHIP -> throw new IllegalArgumentException("leadership rates no touchpoint");
            };
        }
    }
}
