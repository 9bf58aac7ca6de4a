package parallax.diagnostic;

import java.util.List;
import parallax.questionnaire.Audience;

/**
 * What those who work for the client say to all statements of a wave, through disclosure control.
 *
 * @param scalePoints K of the scale
 * @param smallestGap the smallest gap that matters, in scale points
 * @param minimum fewest people a number stands on
 * @param audiences whom the wave asked any of them
 * @param items in the order of the questionnaire; empty: the wave asked none
 */
public record Diagnostic(int scalePoints, double smallestGap, int minimum, List<Audience> audiences, List<Item> items) {

    public Diagnostic {
        audiences = List.copyOf(audiences);
        items = List.copyOf(items);
    }

    /**
     * A statement.
     *
     * @param key of the item
     * @param text in the default language of the questionnaire
     * @param views of those who were asked, in the order of {@code audiences}
     * @param gaps of each two of them
     */
    public record Item(String key, Section section, String text, List<View> views, List<ViewGap> gaps) {

        public Item {
            views = List.copyOf(views);
            gaps = List.copyOf(gaps);
        }
    }
}
