package parallax.study;

import java.util.List;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Touchpoint;

/** Keeps the items' conditions right when touchpoints change. */
final class Asking {

    private Asking() {}

    /**
     * Pages for these touchpoints: what was asked of those who met a team is asked of all when no touchpoint of that team is
     * left, since nobody could say any more that they met it.
     */
    static List<ItemPage> of(List<ItemPage> pages, List<Touchpoint> touchpoints) {
        return pages.stream()
                .map(page -> new ItemPage(
                        page.key(),
                        page.titles(),
                        page.items().stream().map(item -> of(item, touchpoints)).toList()))
                .toList();
    }

    private static Item of(Item item, List<Touchpoint> touchpoints) {
        boolean canOccur = !(item.showIf() instanceof Condition.Met met)
                || touchpoints.stream().anyMatch(touchpoint -> isOf(met.owner(), touchpoint.owner()));
        return canOccur ? item : new Item(item.key(), item.kind(), item.wordings(), item.offer(), null, item.source());
    }

    private static boolean isOf(Owner team, Owner touchpoint) {
        return touchpoint == team || (touchpoint == Owner.SHARED && team != Owner.OTHER);
    }
}
