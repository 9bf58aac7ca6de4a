package parallax.release;

import java.util.List;
import parallax.study.WaveId;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Why a release was not made. */
public final class ReleaseRefusedPage extends Page {

    private final WaveId wave;
    private final ReleaseRefusedException refused;

    ReleaseRefusedPage(PageContext context, WaveId wave, ReleaseRefusedException refused) {
        super("/templates/release/refused.ftlh", context);
        this.wave = wave;
        this.refused = refused;
    }

    public String getWaveUrl() {
        return "/waves/" + wave;
    }

    public String getDetail() {
        return String.valueOf(refused.getMessage());
    }

    public List<InputError> getOffending() {
        return refused.errors();
    }
}
