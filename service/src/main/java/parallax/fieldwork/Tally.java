package parallax.fieldwork;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.fieldwork.DepartureDao.DepartedRow;
import parallax.fieldwork.FieldNumbers.Accounts;
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
    private final Set<String> accountsInvited = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private int invited;
    private int sent;
    private int bounced;
    private int optedOut;
    private int silent;
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
        tally.silent = tally.count(Disposition.NC) + tally.count(Disposition.O);
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
        silent += row.state().equals(InvitationRow.OPEN) && !row.started() && !row.bounced() ? 1 : 0;
        breakOffs += Disposition.isBreakOff(row) ? 1 : 0;
        Disposition disposition = Disposition.of(row);
        dispositions.merge(disposition, 1, Integer::sum);
        accountsInvited.add(account);
        if (disposition == Disposition.I) {
            accounts.add(account);
        }
    }

    /** People deleted while the wave ran count as they had come to stand. */
    void add(DepartedRow departed) {
        invited += departed.answered() + departed.refused();
        sent += departed.sent();
        optedOut += departed.refused();
        byPhone += departed.byPhone();
        dispositions.merge(Disposition.I, departed.answered(), Integer::sum);
        dispositions.merge(Disposition.R, departed.refused(), Integer::sum);
    }

    /** With what is still missing until the group can be shown. */
    Item running(Engagement engagement) {
        if (segment != null && segment.value().isEmpty()) {
            return item(coverage(), false, null, null, null);
        }
        boolean team = audience.isTeam();
        int answers = Math.max(0, (team ? engagement.minimumTeam() : engagement.minimumGroup()) - count(Disposition.I));
        int companies = team ? 0 : Math.max(0, engagement.minimumAccounts() - accounts.size());
        return item(coverage(), answers == 0 && companies == 0, answers, team ? null : companies, null);
    }

    private @Nullable Accounts coverage() {
        return audience == Audience.CUSTOMER ? new Accounts(accountsInvited.size(), accounts.size()) : null;
    }

    Item closed(@Nullable AnswerModes modes) {
        return item(null, null, null, null, modes);
    }

    /** What is kept of each audience when its wave closes. */
    static List<KeptRow> kept(List<FieldRow> rows, List<DepartedRow> departed) {
        Map<Audience, Tally> tallies = new EnumMap<>(Audience.class);
        for (FieldRow row : rows) {
            tallies.computeIfAbsent(row.audience(), audience -> new Tally(audience, null))
                    .add(row, "");
        }
        departed.forEach(row -> tallies.computeIfAbsent(row.audience(), audience -> new Tally(audience, null))
                .add(row));
        return tallies.values().stream().map(Tally::keep).toList();
    }

    private KeptRow keep() {
        return new KeptRow(audience, count(Disposition.I) - byPhone, byPhone, sent, bounced);
    }

    private Item item(
            @Nullable Accounts coverage,
            @Nullable Boolean canBeShown,
            @Nullable Integer answers,
            @Nullable Integer companies,
            @Nullable AnswerModes modes) {
        SortedMap<String, Double> rates = new TreeMap<>();
        SortedMap<String, Integer> bases = new TreeMap<>();
        rates().forEach((name, rate) -> {
            if (rate.of() > 0) {
                rates.put(name, (double) rate.part() / rate.of());
                bases.put(name, rate.of());
            }
        });
        return new Item(
                audience.code(),
                segment,
                invited,
                sent,
                bounced,
                optedOut,
                breakOffs,
                silent,
                count(Disposition.I),
                coverage,
                rates,
                bases,
                canBeShown,
                answers,
                companies,
                modes);
    }

    /** METHOD.md §8; who answered partly is not told apart, so the rates without P equal those with it. */
    private Map<String, Rate> rates() {
        int done = count(Disposition.I);
        int refused = count(Disposition.R);
        int other = count(Disposition.O);
        int contacted = done + refused + other;
        return Map.of(
                "rr2", new Rate(done, invited),
                "rr6", new Rate(done, invited - count(Disposition.U)),
                "coop1", new Rate(done, contacted),
                "con1", new Rate(contacted, invited),
                "ref1", new Rate(refused, invited),
                "completion", new Rate(done, done + breakOffs));
    }

    private record Rate(int part, int of) {}

    private int count(Disposition disposition) {
        return dispositions.getOrDefault(disposition, 0);
    }
}
