package parallax.study;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Touchpoint;
import parallax.web.Permit;
import parallax.web.Permit.Who;

/** The library that engagements are made from. */
@Path("/api/bank")
@Produces(MediaType.APPLICATION_JSON)
public final class BankResource {

    private final Bank bank;

    BankResource(Bank bank) {
        this.bank = bank;
    }

    @Operation(summary = "The library of touchpoints and instruments")
    @GET
    @Permit(Who.STAFF)
    public BankView get() {
        return new BankView(
                bank.touchpoints().stream().map(BankTouchpointView::from).toList(),
                Stream.concat(Stream.of(ratings()), bank.instruments().stream().map(InstrumentView::from))
                        .toList());
    }

    private static InstrumentView ratings() {
        return new InstrumentView(
                "touchpoints",
                Map.of("en", "Touchpoints"),
                "Customers rate each touchpoint; Sales and Marketing answer the mirror of the same form.",
                true,
                Audience.raters().stream().map(Audience::code).toList(),
                Arrays.stream(Measure.values()).map(Measure::code).toList(),
                List.of());
    }

    /** The whole bank. */
    record BankView(List<BankTouchpointView> touchpoints, List<InstrumentView> instruments) {}

    /**
     * A touchpoint of the bank.
     *
     * @param byDefault whether a new engagement starts with it
     * @param source note for consultants; no client report prints it
     */
    record BankTouchpointView(
            String key,
            Map<String, String> labels,
            Map<String, String> hints,
            String owner,
            String phase,
            boolean byDefault,
            String source) {

        static BankTouchpointView from(BankTouchpoint entry) {
            Touchpoint touchpoint = entry.touchpoint();
            return new BankTouchpointView(
                    touchpoint.key(),
                    new TreeMap<>(touchpoint.labels()),
                    new TreeMap<>(touchpoint.hints()),
                    touchpoint.owner().code(),
                    touchpoint.phase().code(),
                    entry.byDefault(),
                    entry.source());
        }
    }

    /**
     * Questions that an engagement can ask together.
     *
     * @param about what they find out
     * @param byDefault whether a new engagement starts with them
     * @param audiences who is asked any of them
     * @param measures of ratings; empty for items
     * @param pages of items; empty for ratings
     */
    record InstrumentView(
            String key,
            Map<String, String> labels,
            String about,
            boolean byDefault,
            List<String> audiences,
            List<String> measures,
            List<@Nullable ItemPageJson> pages) {

        static InstrumentView from(BankInstrument instrument) {
            return new InstrumentView(
                    instrument.key(),
                    new TreeMap<>(instrument.titles()),
                    instrument.about(),
                    instrument.byDefault(),
                    instrument.audiences().stream().map(Audience::code).toList(),
                    List.of(),
                    ItemPageJson.from(instrument.pages()));
        }
    }
}
