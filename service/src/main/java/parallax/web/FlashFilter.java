package parallax.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Sends the message of {@link SeeOther} along in a cookie, and takes the cookie back once a page has shown it. */
final class FlashFilter implements ContainerResponseFilter {

    private final Signatures signatures;
    private final SessionCookies cookies;

    FlashFilter(Signatures signatures, SessionCookies cookies) {
        this.signatures = signatures;
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof SeeOther.Flash flash) {
            response.setEntity(null);
            String value = signatures.flash(flash.message());
            set(response, value, (int) Signatures.FLASH_LIFE.toSeconds());
        } else if (response.getEntity() instanceof Page page
                && page.getContext().flash() != null) {
            set(response, "", 0);
        }
    }

    private void set(ContainerResponseContext response, String value, int seconds) {
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.cookie(cookies.flashName(), value, seconds));
    }
}
