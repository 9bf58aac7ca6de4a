package parallax.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.finding.WaveFixture;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Slots;
import parallax.response.Response;
import parallax.study.AudienceFrame;
import parallax.study.BankInstrument;
import parallax.study.WaveId;

/** A sign, a mistake and a remedy, among items that are no statements. */
final class StatementsFixture {

    static final Audience[] INSIDERS = {Audience.SALES, Audience.MARKETING, Audience.LEADERSHIP};

    private StatementsFixture() {}

    static List<ItemPage> pages() {
        return List.of(
                page(
                        "loyalty",
                        // decoys: what customers are asked too, what is no agreement, what one audience alone is asked
                        item("stay", ItemKind.AGREEMENT, Offer.nothing(), Audience.CUSTOMER, Audience.SALES),
                        item("amount", ItemKind.MULTIPLE, Offer.choices(choices(), true), INSIDERS),
                        item("alone", ItemKind.AGREEMENT, Offer.nothing(), Audience.LEADERSHIP)),
                page("signs", item("sign", ItemKind.AGREEMENT, Offer.nothing(), INSIDERS)),
                page(
                        "mistakes",
                        item("mistake", ItemKind.AGREEMENT, Offer.nothing(), INSIDERS),
                        item("own", ItemKind.AGREEMENT, Offer.nothing(), Audience.SALES, Audience.MARKETING)),
                page("remedies", item("remedy", ItemKind.AGREEMENT, Offer.nothing(), INSIDERS)));
    }

    static List<BankInstrument> bank() {
        return Stream.of("seven_signs signs", "common_mistakes mistakes", "remedies remedies")
                .map(names -> names.split(" "))
                .map(names -> new BankInstrument(
                        names[0],
                        Map.of(),
                        "",
                        false,
                        pages().stream()
                                .filter(page -> page.key().equals(names[1]))
                                .toList()))
                .toList();
    }

    /** A wave of five points in which nobody answered yet; sales are eight people. */
    static WaveFixture wave() {
        return WaveFixture.aWave().pages(pages()).people(Audience.SALES, 8);
    }

    /** Somebody who rated every touchpoint, where raters are asked, and said this to statements; 0: cannot judge, absent: left open. */
    static Response person(WaveFixture wave, Audience audience, Map<String, Integer> said) {
        int rated = audience.ratesTouchpoints() ? 3 : 0;
        Response ratings = WaveFixture.response(audience, null, null, wave.all(rated), wave.all(rated));
        return new Response(
                UUID.randomUUID(),
                audience,
                null,
                null,
                new byte[0],
                ratings.experience(),
                ratings.importance(),
                new byte[Response.NUMBERS],
                items(wave.questionnaire(), said));
    }

    static byte[] items(Questionnaire questionnaire, Map<String, Integer> said) {
        List<String> keys = questionnaire.items().stream().map(Item::key).toList();
        return new Slots(questionnaire)
                .write(said.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> keys.indexOf(entry.getKey()),
                                entry -> ItemAnswer.of(
                                        entry.getValue() == 0
                                                ? "na"
                                                : entry.getValue().toString()))));
    }

    /** Each column of numbers is a person. */
    static void answers(WaveFixture wave, Audience audience, String sign, String mistake, String remedy) {
        for (int person = 0; person < sign.length(); person++) {
            Map<String, Integer> said = new TreeMap<>();
            put(said, "sign", sign, person);
            put(said, "mistake", mistake, person);
            put(said, "remedy", remedy, person);
            wave.with(person(wave, audience, said));
        }
    }

    private static void put(Map<String, Integer> said, String key, String answers, int person) {
        char answer = person < answers.length() ? answers.charAt(person) : '-';
        if (answer != '-') {
            said.put(key, answer - '0');
        }
    }

    static Diagnostic diagnostic(WaveFixture wave) {
        return new DiagnosticService(wave.service(), new InMemory(wave), bank()).of(wave.id());
    }

    /** Frames are those of the wave's figures. */
    record InMemory(WaveFixture wave) implements DiagnosticService.Source {

        @Override
        public Map<Audience, AudienceFrame> frames(WaveId id) {
            return wave.frames();
        }

        @Override
        public void stream(WaveId id, Consumer<Response> consumer) {
            wave.responses().forEach(consumer);
        }
    }

    private static ItemPage page(String key, Item... items) {
        return new ItemPage(key, Map.of("en", key), List.of(items));
    }

    private static Item item(String key, ItemKind kind, Offer offer, Audience... audiences) {
        Map<Audience, Map<String, ItemText>> wordings = Set.of(audiences).stream()
                .collect(Collectors.toMap(
                        audience -> audience,
                        audience -> Map.of("en", new ItemText("{client} has <" + key + ">.", ""))));
        return new Item(key, kind, wordings, offer, null, "");
    }

    private static List<Choice> choices() {
        return List.of(new Choice("a", Map.of("en", "A")), new Choice("b", Map.of("en", "B")));
    }
}
