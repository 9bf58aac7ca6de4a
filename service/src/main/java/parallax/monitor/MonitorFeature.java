package parallax.monitor;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import parallax.fieldwork.FieldService;
import parallax.study.StudyFeature;

/** The field as consultants watch it. */
public final class MonitorFeature {

    private final FieldService field;
    private final MonitorPages pages;

    /** Adds its panel to the study. */
    public MonitorFeature(StudyFeature study, FieldService field, InstantSource clock) {
        this.field = field;
        this.pages = new MonitorPages(study.engagements(), study.waves(), field);
        study.add(new FieldPanel(field, clock));
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new FieldResource(field));
        jersey.register(pages);
    }
}
