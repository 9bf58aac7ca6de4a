package parallax.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import parallax.study.StudyFeature;
import parallax.table.Incoming;

/** Questionnaires from files of other survey tools, and as files. */
public final class ExchangeFeature {

    private final StudyFeature study;
    private final Incoming incoming;
    private final InstrumentService instruments;

    /** @param json of the API, so that files are read and written as its bodies are */
    public ExchangeFeature(StudyFeature study, Incoming incoming, ObjectMapper json) {
        this.study = study;
        this.incoming = incoming;
        this.instruments = new InstrumentService(study, json);
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new InstrumentResource(study.engagements(), instruments, incoming));
        jersey.register(new InstrumentPages(study.engagements(), instruments, incoming));
    }
}
