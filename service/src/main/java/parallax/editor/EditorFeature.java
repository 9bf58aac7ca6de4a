package parallax.editor;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.study.StudyFeature;

/** The questionnaire editor. */
public final class EditorFeature {

    private final StudyFeature study;

    public EditorFeature(StudyFeature study) {
        this.study = study;
    }

    /** Pages. */
    public void register(JerseyEnvironment jersey) {
        jersey.register(new QuestionnairePages(study));
        jersey.register(new ItemPages(study));
        jersey.register(new TextPages(study));
        jersey.register(new WaveChangePages(study));
        study.add(new WaveChangesPanel(study));
    }
}
