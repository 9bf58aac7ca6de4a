package parallax.app;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.lifecycle.Managed;
import java.net.URI;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.database.DatabaseUnusableException;
import parallax.keys.KeysUnusableException;

/** {@code java -jar parallax-all.jar server config.yml} */
public final class Main extends Application<ParallaxConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    public static void main(String[] args) throws Exception {
        new Main().run(args);
    }

    @Override
    public String getName() {
        return "Parallax";
    }

    @Override
    public void initialize(Bootstrap<ParallaxConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ParallaxConfiguration> bootstrap) {
        bootstrap.addCommand(new Serve(this));
    }

    @Override
    public void run(ParallaxConfiguration configuration, Environment environment) {
        URI baseUrl = configuration.baseUri(port(configuration));
        Wiring wiring = Wiring.start(configuration, environment, baseUrl);
        wiring.register();
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() {
                LOG.info("Parallax stops; what is under way is finished first");
            }
        });
        environment.lifecycle().addServerLifecycleListener(server -> wiring.welcome());
    }

    private static int port(ParallaxConfiguration configuration) {
        if (configuration.getServerFactory() instanceof DefaultServerFactory server
                && server.getApplicationConnectors().get(0) instanceof HttpConnectorFactory connector) {
            return connector.getPort();
        }
        throw new IllegalArgumentException("config.yml must have a server with an http application connector");
    }

    /** Ends a start that cannot work with one sentence for the operator instead of a stack trace. */
    private static final class Serve extends ServerCommand<ParallaxConfiguration> {

        Serve(Main application) {
            super(application);
        }

        @Override
        public void onError(io.dropwizard.core.cli.Cli cli, @Nullable Namespace namespace, Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof DatabaseUnusableException
                        || cause instanceof KeysUnusableException
                        || cause instanceof UnusableSettingException) {
                    cli.getStdErr().println("Parallax cannot start: " + cause.getMessage());
                    return;
                }
            }
            super.onError(cli, namespace, thrown);
        }
    }
}
