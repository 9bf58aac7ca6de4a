package parallax.study;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import parallax.keys.KeyFiles;
import parallax.web.Audit;

/** Engagements, touchpoints, questionnaires and waves: services, resources and pages. */
public final class StudyFeature {

    private final Bank bank = Bank.load();
    private final EngagementService engagements;
    private final QuestionnaireService questionnaires;
    private final WaveService waves;
    private final WaveChanges changes;
    private final List<EngagementTask> tasks = new CopyOnWriteArrayList<>();
    private final List<WavePanel> panels = new CopyOnWriteArrayList<>();
    private volatile AnsweredPeople answered = wave -> Map.of();

    /**
     * Reads the bank.
     *
     * @param field the pool of login parallax_field
     * @throws IllegalStateException when the bank is wrong
     */
    public StudyFeature(Jdbi field, KeyFiles keys, Audit audit, InstantSource clock) {
        StudyTools tools = new StudyTools(field, keys, audit, clock, UUID::randomUUID);
        this.engagements = new EngagementService(tools, bank);
        this.questionnaires = new QuestionnaireService(tools, bank);
        this.waves = new WaveService(tools, questionnaires);
        this.changes = new WaveChanges(tools, waves);
    }

    public Bank bank() {
        return bank;
    }

    public EngagementService engagements() {
        return engagements;
    }

    public QuestionnaireService questionnaires() {
        return questionnaires;
    }

    public WaveService waves() {
        return waves;
    }

    public WaveChanges changes() {
        return changes;
    }

    /** What a feature above keeps for an engagement; deleted with it. */
    public void add(EngagementContent content) {
        engagements.addContent(content);
    }

    /** A line that a feature above adds to every engagement's task list. */
    public void add(EngagementTask task) {
        tasks.add(task);
    }

    /** A panel that a feature above adds to every wave's page. */
    public void add(WavePanel panel) {
        panels.add(panel);
    }

    /** Tells which waves have been released; their answers cannot be replaced any more. */
    public void add(ReleasedWaves released) {
        waves.add(released);
    }

    /** Who counts the people that answered; before {@link #register}. */
    public void count(AnsweredPeople people) {
        answered = people;
    }

    /** Resources and pages. */
    public void register(JerseyEnvironment jersey) {
        jersey.register(new BankResource(bank));
        jersey.register(new EngagementResource(engagements));
        jersey.register(new TouchpointResource(engagements, questionnaires));
        jersey.register(new QuestionnaireResource(engagements, questionnaires));
        jersey.register(new QuestionnaireCheckResource(engagements, questionnaires));
        jersey.register(new WaveChangesResource(waves, changes));
        jersey.register(new FormResource(questionnaires));
        jersey.register(new EngagementWavesResource(engagements, waves));
        jersey.register(new WaveResource(waves));
        jersey.register(new FrameResource(waves, answered));
        jersey.register(new EngagementListPages(engagements, waves));
        jersey.register(new EngagementPages(engagements, new TaskList(questionnaires, waves, tasks), waves));
        jersey.register(new TouchpointPages(engagements, questionnaires, bank));
        jersey.register(new FormPages(engagements, questionnaires));
        jersey.register(new NewWavePages(engagements, waves));
        jersey.register(new WavePages(engagements, waves, panels));
    }
}
