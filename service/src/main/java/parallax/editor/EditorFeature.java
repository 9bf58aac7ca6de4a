package parallax.editor;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.study.StudyFeature;
import parallax.table.Incoming;

/** The questionnaire editor. */
public final class EditorFeature {

    private final StudyFeature study;
    private final Incoming incoming;

    public EditorFeature(StudyFeature study, Incoming incoming) {
        this.study = study;
        this.incoming = incoming;
    }

    /** Pages. */
    public void register(JerseyEnvironment jersey) {
        jersey.register(new QuestionnairePages(study));
        jersey.register(new ItemPages(study));
        jersey.register(new TextPages(study));
        jersey.register(new TextFilePages(study, incoming));
        jersey.register(new WaveChangePages(study));
        study.add(new WaveChangesPanel(study));
    }
}
