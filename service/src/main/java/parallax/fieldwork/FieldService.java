package parallax.fieldwork;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parallax.ballot.Ballots;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.FieldNumbers.Segment;
import parallax.fieldwork.InvitationDao.FieldRow;
import parallax.questionnaire.Audience;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.Wave;
import parallax.study.WaveId;

/** Counts the field. Who said what is not known here; who has answered never leaves this class. */
public final class FieldService {

    private final FieldworkTools tools;
    private final Ballots ballots;
    private final AccountMask mask;

    FieldService(FieldworkTools tools, Ballots ballots) {
        this.tools = tools;
        this.ballots = ballots;
        this.mask = new AccountMask(tools.keys());
    }

    /** The field numbers of a wave: live while it runs, what was kept once it is closed. */
    public FieldNumbers numbers(WaveId id) {
        Wave wave = tools.waves().require(id);
        List<Item> items = wave.state().hasFigures() ? kept(wave) : running(wave);
        return new FieldNumbers(wave.state().code(), tools.clock().instant(), ballots.countUnreadable(id), items);
    }

    private List<Item> kept(Wave wave) {
        Map<Audience, AudienceFrame> frames = tools.waves().frames(wave.id());
        return wave.audiences().stream()
                .sorted()
                .map(audience -> Tally.of(audience, frames.getOrDefault(audience, AudienceFrame.unknown()))
                        .closed())
                .toList();
    }

    private List<Item> running(Wave wave) {
        Map<Object, Tally> tallies = new LinkedHashMap<>();
        wave.audiences().stream().sorted().forEach(audience -> tallies.put(audience, new Tally(audience, null)));
        List<SegmentVariable> variables = tools.waves().segments(wave.id());
        for (SegmentVariable variable : variables) {
            for (String value : variable.values()) {
                Segment segment = new Segment(variable.variable(), value);
                tallies.put(segment, new Tally(Audience.CUSTOMER, segment));
            }
            Segment unknown = new Segment(variable.variable(), "");
            tallies.put(unknown, new Tally(Audience.CUSTOMER, unknown));
        }
        for (FieldRow row : tools.jdbi().onDemand(InvitationDao.class).listForField(wave.id())) {
            String account = account(row);
            for (Object group : groups(row, variables)) {
                Tally tally = tallies.get(group);
                if (tally != null) {
                    tally.add(row, account);
                }
            }
        }
        tallies.entrySet()
                .removeIf(entry -> isUnknown(entry.getKey()) && entry.getValue().isEmpty());
        if (!wave.audiences().contains(Audience.CUSTOMER)) {
            tallies.keySet().removeIf(Segment.class::isInstance);
        }
        Engagement engagement = tools.engagements().require(wave.engagementId());
        return tallies.values().stream().map(tally -> tally.running(engagement)).toList();
    }

    /** Teams are small and their members know each other: they are counted as a whole only. */
    private static List<Object> groups(FieldRow row, List<SegmentVariable> variables) {
        List<Object> groups = new ArrayList<>();
        groups.add(row.audience());
        if (row.audience() == Audience.CUSTOMER) {
            for (int i = 0; i < variables.size() && i < row.segments().length; i++) {
                int position = Byte.toUnsignedInt(row.segments()[i]);
                SegmentVariable variable = variables.get(i);
                String value = position == 0 ? "" : variable.values().get(position - 1);
                groups.add(new Segment(variable.variable(), value));
            }
        }
        return groups;
    }

    private static boolean isUnknown(Object group) {
        return group instanceof Segment segment && segment.value().isEmpty();
    }

    private String account(FieldRow row) {
        return row.accountCode().length == 0
                ? row.id().toString()
                : HexFormat.of().formatHex(mask.apply(row.id(), row.accountCode()));
    }
}
