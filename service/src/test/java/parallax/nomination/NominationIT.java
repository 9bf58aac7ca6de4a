package parallax.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.TestDatabase;
import parallax.intake.IntakeGround;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.web.TestServer;

class NominationIT {

    private static final String USUAL =
            "{\"chosen_by\": \"Account managers\", \"eligible\": 210, \"named\": 148, \"struck\": [{\"reason\": \"in dispute\", \"people\": 31}]}";

    private IntakeGround ground;
    private NominationFeature feature;
    private Wave wave;
    private Wave decoy;
    private TestServer server;

    @BeforeEach
    void prepare() {
        ground = new IntakeGround();
        feature = new NominationFeature(ground.databases.field(), ground.study, ground.audit);
        Engagement engagement = ground.engagement("Lighting", "Northwind");
        wave = ground.study.waves().create(IntakeGround.CALLER, engagement.id(), named("Baseline"));
        decoy = ground.study.waves().create(IntakeGround.CALLER, engagement.id(), named("Autumn"));
        server = TestServer.start(feature::register);
    }

    @AfterEach
    void close() {
        server.close();
        ground.close();
    }

    private static CreateWave named(String name) {
        return CreateWave.named(name, EnumSet.of(Audience.CUSTOMER));
    }

    @Test
    void itIsRecordedCorrectedOnlyAsLastSeenAndForgotten() {
        assertThat(server.get(api(), "consultant").statusCode()).isEqualTo(404);
        HttpResponse<String> first = put(USUAL, "\"0\"");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(put(USUAL, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(put(USUAL.replace("148", "150"), "\"1\"").body())
                .isEqualTo(
                        "{\"chosen_by\":\"Account managers\",\"eligible\":210,\"named\":150,\"struck\":[{\"reason\":\"in dispute\",\"people\":31}]}");
        assertThat(feature.nominations().find(wave.id()).orElseThrow().named()).isEqualTo(150);
        assertThat(feature.nominations().find(decoy.id())).isEmpty();
        assertThat(put("null", "*").statusCode()).isBetween(400, 422);
        assertThat(put("{\"eligible\": 1e99}", "*").statusCode()).isBetween(400, 422);
        assertThat(put(USUAL.replace("31", "63"), "*").body()).contains("/eligible", "211 together");
        assertThat(server.get(api(), "reader").statusCode()).isIn(403, 404);
        assertThat(server.send(server.to(api(), "consultant").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(feature.nominations().find(wave.id())).isEmpty();
        assertThat(ground.audited).contains("wave.nomination", "wave.nomination.delete");
    }

    @Test
    void theFormKeepsWhatWasTypedAndASealedWaveStaysAsItIs() {
        String page = "/waves/" + wave.id() + "/nomination";
        HttpResponse<String> wrong =
                server.submit(page, "consultant", "chosen_by=%3Cb%3EWe&eligible=10&named=many&struck=gone+1%0D%0Aodd");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("&lt;b&gt;We", "value=\"many\"", "Line 2, “odd”")
                .doesNotContain("<b>We");
        HttpResponse<String> right =
                server.submit(page, "consultant", "chosen_by=We&eligible=10&named=8&struck=gone+1");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(server.browse(page, "consultant").body())
                .contains("We named 8 of 10 eligible contacts and struck 1 (gone: 1).");
        TestDatabase.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE study.wave SET state = 'sealed' WHERE id = ?",
                        wave.id().value()));
        assertThat(put(USUAL, "*").statusCode()).isEqualTo(409);
        assertThat(feature.nominations().find(wave.id()).orElseThrow().named()).isEqualTo(8);
    }

    private String api() {
        return "/api/waves/" + wave.id() + "/nomination";
    }

    private HttpResponse<String> put(String json, String ifMatch) {
        return server.send(server.to(api(), "consultant")
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }
}
