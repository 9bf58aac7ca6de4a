package parallax.fieldwork;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.FieldNumbers.Item;
import parallax.fieldwork.FieldNumbers.Segment;
import parallax.fieldwork.InvitationDao.FieldRow;
import parallax.fieldwork.InvitationDao.KeptRow;
import parallax.questionnaire.Audience;
import parallax.study.AnswerModes;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;

/** Counts one group of invitations. */
final class Tally {

    private final Audience audience;
    private final @Nullable Segment segment;
    private final Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
    private final Set<String> accounts = new HashSet<>();
    private int invited;
    private int sent;
    private int bounced;
    private int optedOut;
    private int breakOffs;
    private int byPhone;

    Tally(Audience audience, @Nullable Segment segment) {
        this.audience = audience;
        this.segment = segment;
    }

    /** The counts a closed wave has kept. */
    static Tally of(Audience audience, AudienceFrame frame, @Nullable KeptRow kept) {
        Tally tally = new Tally(audience, null);
        for (Disposition disposition : Disposition.values()) {
            int count = frame.dispositions().getOrDefault(disposition.name(), 0);
            tally.dispositions.put(disposition, count);
            tally.invited += count;
        }
        tally.breakOffs = frame.dispositions().getOrDefault("BREAKOFF", 0);
        tally.optedOut = tally.count(Disposition.R) - tally.breakOffs;
        // waves that closed before these were kept know only who was not reached for whatever reason
        int unreached = tally.count(Disposition.U);
        tally.bounced = kept == null || kept.bounced() == null ? unreached : kept.bounced();
        tally.sent = kept == null || kept.sent() == null ? tally.invited - unreached : kept.sent();
        return tally;
    }

    /** @param account tells accounts apart; of a person without one, something that nobody else has */
    void add(FieldRow row, String account) {
        invited++;
        sent += "accepted".equals(row.mailState()) ? 1 : 0;
        bounced += row.bounced() ? 1 : 0;
        optedOut += row.state().equals(InvitationRow.STOPPED) ? 1 : 0;
        byPhone += row.byPhone() ? 1 : 0;
        breakOffs += Disposition.isBreakOff(row) ? 1 : 0;
        Disposition disposition = Disposition.of(row);
        dispositions.merge(disposition, 1, Integer::sum);
        if (disposition == Disposition.I) {
            accounts.add(account);
        }
    }

    /** With what is still missing until the group can be shown. */
    Item running(Engagement engagement) {
        if (segment != null && segment.value().isEmpty()) {
            return item(false, null, null, null);
        }
        boolean team = audience.isTeam();
        int answers = Math.max(0, (team ? engagement.minimumTeam() : engagement.minimumGroup()) - count(Disposition.I));
        int companies = team ? 0 : Math.max(0, engagement.minimumAccounts() - accounts.size());
        return item(answers == 0 && companies == 0, answers, team ? null : companies, null);
    }

    Item closed(@Nullable AnswerModes modes) {
        return item(null, null, null, modes);
    }

    /** What is kept of each audience when its wave closes. */
    static List<KeptRow> kept(List<FieldRow> rows) {
        Map<Audience, Tally> tallies = new EnumMap<>(Audience.class);
        for (FieldRow row : rows) {
            tallies.computeIfAbsent(row.audience(), audience -> new Tally(audience, null))
                    .add(row, "");
        }
        return tallies.values().stream().map(Tally::keep).toList();
    }

    private KeptRow keep() {
        return new KeptRow(audience, count(Disposition.I) - byPhone, byPhone, sent, bounced);
    }

    private Item item(
            @Nullable Boolean canBeShown,
            @Nullable Integer answers,
            @Nullable Integer companies,
            @Nullable AnswerModes modes) {
        return new Item(
                audience.code(),
                segment,
                invited,
                sent,
                bounced,
                optedOut,
                breakOffs,
                count(Disposition.I),
                rates(),
                canBeShown,
                answers,
                companies,
                modes);
    }

    private SortedMap<String, Double> rates() {
        SortedMap<String, Double> rates = new TreeMap<>();
        double done = count(Disposition.I);
        double refused = count(Disposition.R);
        double reached = invited - count(Disposition.U);
        put(rates, "rr2", done, invited);
        put(rates, "rr6", done, reached);
        put(rates, "con1", done + refused + count(Disposition.O), invited);
        put(rates, "ref1", refused, invited);
        put(rates, "completion", done, done + breakOffs);
        return rates;
    }

    private static void put(Map<String, Double> rates, String name, double part, double whole) {
        if (whole > 0) {
            rates.put(name, part / whole);
        }
    }

    private int count(Disposition disposition) {
        return dispositions.getOrDefault(disposition, 0);
    }
}
