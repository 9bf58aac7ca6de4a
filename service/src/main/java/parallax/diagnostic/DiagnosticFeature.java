package parallax.diagnostic;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;
import java.util.function.Consumer;
import parallax.finding.FindingService;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.AudienceFrame;
import parallax.study.StudyFeature;
import parallax.study.WaveId;

/** The alignment diagnostic of closed waves. */
public final class DiagnosticFeature {

    private final DiagnosticService diagnostics;

    public DiagnosticFeature(FindingService findings, StudyFeature study, ResponseStore responses) {
        diagnostics = new DiagnosticService(
                findings, new Stored(study, responses), study.bank().instruments());
    }

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new DiagnosticResource(diagnostics));
    }

    private record Stored(StudyFeature study, ResponseStore responses) implements DiagnosticService.Source {

        @Override
        public Map<Audience, AudienceFrame> frames(WaveId wave) {
            return study.waves().frames(wave);
        }

        @Override
        public void stream(WaveId wave, Consumer<Response> consumer) {
            responses.stream(wave, consumer);
        }
    }
}
