package parallax.fieldwork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import parallax.ballot.Ballots;
import parallax.fieldwork.DepartureDao.DepartedRow;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.InvitationDao.FieldRow;
import parallax.fieldwork.InvitationDao.KeptRow;
import parallax.questionnaire.Audience;
import parallax.study.AnswerModes;
import parallax.study.AnswerSource;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
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
        Instant now = tools.clock().instant();
        return new FieldNumbers(
                wave.state().code(),
                now,
                ballots.countUnreadable(id),
                items,
                courses(wave),
                ReminderPlan.next(wave, now)
                        .map(next -> new FieldNumbers.NextReminder(next.step(), next.at()))
                        .orElse(null));
    }

    private List<FieldCourse> courses(Wave wave) {
        if (wave.source() != AnswerSource.FIELDWORK) {
            return List.of();
        }
        List<FieldCountDao.CountRow> rows =
                tools.jdbi().onDemand(FieldCountDao.class).list(wave.id());
        int minimum = minimumGroup(wave);
        return wave.audiences().stream()
                .sorted()
                .map(audience -> FieldCourse.of(audience, rows, minimum))
                .toList();
    }

    /** Below it no count is told that would single somebody out. */
    public int minimumGroup(Wave wave) {
        return tools.engagements().require(wave.engagementId()).minimumGroup();
    }

    private List<Item> kept(Wave wave) {
        Map<Audience, AudienceFrame> frames = tools.waves().frames(wave.id());
        Map<Audience, KeptRow> kept = tools.jdbi().onDemand(InvitationDao.class).listKept(wave.id()).stream()
                .collect(Collectors.toMap(KeptRow::audience, Function.identity()));
        AnswerModes modes = tools.waves().modes(wave.id(), minimumGroup(wave)).orElse(null);
        return wave.audiences().stream()
                .sorted()
                .map(audience -> {
                    KeptRow row = kept.get(audience);
                    Tally tally = Tally.of(audience, frames.getOrDefault(audience, AudienceFrame.unknown()), row);
                    return tally.closed(audience == Audience.CUSTOMER ? modes : null);
                })
                .toList();
    }

    private List<Item> running(Wave wave) {
        Map<Object, Tally> tallies = new LinkedHashMap<>();
        wave.audiences().stream().sorted().forEach(audience -> tallies.put(audience, new Tally(audience, null)));
        Engagement engagement = tools.engagements().require(wave.engagementId());
        List<FieldRow> rows = tools.jdbi().onDemand(InvitationDao.class).listForField(wave.id());
        FieldSegments segments = FieldSegments.of(tools.waves().segments(wave.id()), rows, engagement.minimumGroup());
        if (wave.audiences().contains(Audience.CUSTOMER)) {
            segments.list().forEach(segment -> tallies.put(segment, new Tally(Audience.CUSTOMER, segment)));
        }
        for (FieldRow row : rows) {
            String account = account(row);
            List<Object> groups = new ArrayList<>(segments.of(row));
            groups.add(row.audience());
            for (Object group : groups) {
                Tally tally = tallies.get(group);
                if (tally != null) {
                    tally.add(row, account);
                }
            }
        }
        for (DepartedRow departed : tools.jdbi().onDemand(DepartureDao.class).list(wave.id())) {
            Tally tally = tallies.get(departed.audience());
            if (tally != null) {
                tally.add(departed);
            }
        }
        return tallies.values().stream().map(tally -> tally.running(engagement)).toList();
    }

    private String account(FieldRow row) {
        return row.accountCode().length == 0
                ? row.id().toString()
                : HexFormat.of().formatHex(mask.apply(row.id(), row.accountCode()));
    }
}
