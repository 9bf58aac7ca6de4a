package parallax.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Slots;
import parallax.questionnaire.TextPiece;
import parallax.study.BankInstrument;

/**
 * Something that those who work for the client agree with or not.
 *
 * @param text as the first of those asked reads it, in the default language
 * @param audiences who is asked, in their order
 * @param slot where its answer stands in the bytes of a response
 */
record Statement(String key, Section section, String text, List<Audience> audiences, int slot) {

    private static final int FEWEST_AUDIENCES = 2;

    Statement {
        audiences = List.copyOf(audiences);
    }

    /**
     * The statements of a version: agreement that several of Sales, Marketing and leadership are asked for, and customers are not.
     * What customers are asked, teams guess; that is compared with the customers.
     *
     * @param asked whom the wave asks
     */
    static List<Statement> of(
            Questionnaire questionnaire, List<BankInstrument> bank, Set<Audience> asked, String client) {
        Map<String, Section> sections = sections(bank);
        Slots slots = new Slots(questionnaire);
        List<Statement> statements = new ArrayList<>();
        int position = 0;
        for (ItemPage page : questionnaire.pages()) {
            for (Item item : page.items()) {
                int slot = slots.start(position++);
                if (isStatement(item)) {
                    Section section = sections.getOrDefault(
                            item.key(), sections.getOrDefault("page " + page.key(), Section.OTHER));
                    List<Audience> audiences = Pair.AUDIENCES.stream()
                            .filter(audience -> item.isAskedOf(audience) && asked.contains(audience))
                            .toList();
                    statements.add(new Statement(
                            item.key(), section, text(item, questionnaire.defaultLanguage(), client), audiences, slot));
                }
            }
        }
        statements.removeIf(statement -> statement.audiences.isEmpty());
        return List.copyOf(statements);
    }

    private static boolean isStatement(Item item) {
        return item.kind() == ItemKind.AGREEMENT
                && !item.isAskedOf(Audience.CUSTOMER)
                && Pair.AUDIENCES.stream().filter(item::isAskedOf).count() >= FEWEST_AUDIENCES;
    }

    /** Key of an item, or "page" and that of a page, to the section: a statement of one's own belongs where it stands. */
    private static Map<String, Section> sections(List<BankInstrument> bank) {
        Map<String, Section> sections = new HashMap<>();
        for (BankInstrument instrument : bank) {
            Section section = Stream.of(Section.values())
                    .filter(one -> one.code().equals(instrument.key()))
                    .findFirst()
                    .orElse(Section.OTHER);
            for (ItemPage page : instrument.pages()) {
                sections.put("page " + page.key(), section);
                page.items().forEach(item -> sections.put(item.key(), section));
            }
        }
        return sections;
    }

    private static String text(Item item, String language, String client) {
        return Pair.AUDIENCES.stream()
                .map(audience ->
                        item.text(audience, language).map(ItemText::question).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> TextPiece.fill(text, Map.of(TextPiece.CLIENT, client)))
                .orElse(item.key());
    }
}
