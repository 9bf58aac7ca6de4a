package parallax.app;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The metrics of this node as Prometheus text, on the admin port. No metric has a label, and none is named after a person. */
final class Metrics {

    private Metrics() {}

    static void serve(Environment environment) {
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(exporting(environment.metrics())))
                .addMapping("/metrics");
    }

    static PrometheusRegistry exporting(MetricRegistry metrics) {
        PrometheusRegistry registry = new PrometheusRegistry();
        DropwizardExports.builder().dropwizardRegistry(metrics).register(registry);
        return registry;
    }
}
