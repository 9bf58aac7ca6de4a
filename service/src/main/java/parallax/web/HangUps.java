package parallax.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a client that goes before its answer is whole for what it is: no fault of ours, and worth one line. */
@Priority(HangUps.OUTERMOST)
final class HangUps implements WriterInterceptor {

    static final int OUTERMOST = 0;

    private static final Logger LOG = LoggerFactory.getLogger(HangUps.class);

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException, WebApplicationException {
        try {
            context.proceed();
        } catch (EofException gone) {
            LOG.info("a client hung up before its answer was whole");
        }
    }
}
