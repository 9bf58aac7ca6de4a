package parallax.app;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.answering.SubmitService;
import parallax.fieldwork.FieldworkFeature;
import parallax.fieldwork.MailList;
import parallax.intake.IntakeFeature;
import parallax.launch.LaunchService;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Touchpoint;
import parallax.study.Engagement;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyFeature;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.Role;

/**
 * The engagement to look at in a new installation: a fictional maker of lighting. It goes the whole way that a real one
 * goes, contacts, mails, answers and counting included; its mails never leave the house.
 */
final class SampleEngagement {

    private static final Logger LOG = LoggerFactory.getLogger(SampleEngagement.class);
    private static final Caller PARALLAX = new Caller(new UUID(0, 0), "sample", "Parallax", Role.OWNER);
    private static final long SEED = 20261122;
    private static final int MAILS_A_PAGE = 200;

    private final StudyFeature study;
    private final IntakeFeature intakes;
    private final LaunchService launches;
    private final FieldworkFeature fieldwork;
    private final SubmitService submits;

    SampleEngagement(
            StudyFeature study,
            IntakeFeature intakes,
            LaunchService launches,
            FieldworkFeature fieldwork,
            SubmitService submits) {
        this.study = study;
        this.intakes = intakes;
        this.launches = launches;
        this.fieldwork = fieldwork;
        this.submits = submits;
    }

    /** Whether a start that was cut off left a sample without results. */
    boolean isHalfMade() {
        return study.engagements().list().stream()
                .filter(Engagement::sample)
                .anyMatch(sample -> study.waves().list(sample.id()).stream()
                        .noneMatch(wave -> wave.state().hasFigures()));
    }

    /** Makes it anew; one that an earlier start left half-made is removed first. */
    void make() {
        try {
            goTheWholeWay();
            LOG.info("the sample engagement is ready");
        } catch (RuntimeException e) {
            LOG.error("the sample engagement could not be made", e);
        }
    }

    private void goTheWholeWay() {
        Random random = new Random(SEED);
        for (Engagement engagement : study.engagements().list()) {
            if (engagement.sample()) {
                study.engagements().delete(PARALLAX, engagement.id());
            }
        }
        Engagement engagement = study.engagements()
                .create(
                        PARALLAX,
                        new CreateEngagement(
                                "Lumara Lighting: how customers meet us",
                                "Lumara Lighting",
                                List.of("en"),
                                5,
                                12.5,
                                5,
                                5,
                                3,
                                TeamScope.FUNCTION,
                                true));
        byte[] people = SamplePeople.csv(random).getBytes(StandardCharsets.UTF_8);
        intakes.importCsv(PARALLAX, engagement.id(), new ByteArrayInputStream(people));
        WaveId wave = study.waves()
                .create(
                        PARALLAX,
                        engagement.id(),
                        new CreateWave("Autumn 2026", EnumSet.copyOf(Audience.raters()), null, 0, List.of()))
                .id();
        launches.launch(PARALLAX, wave, 0);
        fieldwork.sendDue();
        answer(wave, random);
        fieldwork.closing().close(PARALLAX, wave);
    }

    private void answer(WaveId id, Random random) {
        Wave wave = study.waves().require(id);
        List<Touchpoint> touchpoints = study.waves().questionnaire(wave).touchpoints();
        SampleOpinions opinions = new SampleOpinions(random);
        List<MailList.Item> mails = new ArrayList<>();
        String after = null;
        do {
            MailList page = fieldwork.mails().list(id, after, MAILS_A_PAGE);
            mails.addAll(page.items());
            after = page.next();
        } while (after != null);
        // The list's order is random; by address, the sample is the same in every installation.
        mails.sort(Comparator.comparing(mail -> String.valueOf(mail.to())));
        for (MailList.Item mail : mails) {
            answer(mail, touchpoints, opinions, random);
        }
    }

    private void answer(MailList.Item mail, List<Touchpoint> touchpoints, SampleOpinions opinions, Random random) {
        Audience audience = Audience.ofCode(mail.audience());
        MailList.Shown shown = mail.shown();
        if (shown != null && random.nextDouble() < share(audience)) {
            submits.submit(token(shown.link()), opinions.of(audience, company(mail.to()), touchpoints));
        }
    }

    private static double share(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> 0.55;
            case SALES -> 0.9;
            case MARKETING -> 0.85;
            case LEADERSHIP -> 0;
        };
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Any grouping will do for invented opinions; the real accounts stay in the contacts. */
    private static int company(@Nullable String address) {
        return address == null ? 0 : Math.floorMod(address.hashCode(), 40);
    }
}
