package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void metricsAreWrittenAsPrometheusReadsThem() throws IOException {
        MetricRegistry metrics = new MetricRegistry();
        metrics.counter("mails.sent").inc(3);
        metrics.register("pool.field.size", (Gauge<Integer>) () -> 8);
        metrics.register("jvm.attribute.vendor", (Gauge<String>) () -> "no number");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create()
                .write(out, Metrics.exporting(metrics).scrape());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\nmails_sent_total 3.0\n")
                .contains("\npool_field_size 8.0\n")
                .doesNotContain("vendor");
    }
}
