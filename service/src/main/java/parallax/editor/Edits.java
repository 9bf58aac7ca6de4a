package parallax.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;
import parallax.study.BankInstrument;

/** Changes of the pages of a questionnaire; each gives the whole model anew. */
final class Edits {

    private Edits() {}

    private static Questionnaire with(Questionnaire model, List<ItemPage> pages) {
        return new Questionnaire(model.languages(), model.scalePoints(), model.touchpoints(), pages, model.texts());
    }

    private static ItemPage with(ItemPage page, List<Item> items) {
        return new ItemPage(page.key(), page.titles(), items);
    }

    /** Swaps an item with its neighbour; at the edge of its page it goes to the next one, where there is room. */
    static Questionnaire move(Questionnaire model, String key, int step) {
        List<ItemPage> pages = new ArrayList<>(model.pages());
        for (int p = 0; p < pages.size(); p++) {
            List<Item> items = new ArrayList<>(pages.get(p).items());
            int at = indexOf(items, key);
            if (at < 0) {
                continue;
            }
            if (at + step >= 0 && at + step < items.size()) {
                Collections.swap(items, at, at + step);
                pages.set(p, with(pages.get(p), items));
            } else if (hasRoom(pages, p + step)) {
                carry(pages, p, at, step);
            }
            return with(model, pages);
        }
        return model;
    }

    private static boolean hasRoom(List<ItemPage> pages, int page) {
        return page >= 0 && page < pages.size() && pages.get(page).items().size() < ItemPage.MOST_ITEMS;
    }

    private static void carry(List<ItemPage> pages, int from, int at, int step) {
        List<Item> source = new ArrayList<>(pages.get(from).items());
        List<Item> target = new ArrayList<>(pages.get(from + step).items());
        target.add(step < 0 ? target.size() : 0, source.remove(at));
        pages.set(from + step, with(pages.get(from + step), target));
        if (source.isEmpty()) {
            pages.remove(from);
        } else {
            pages.set(from, with(pages.get(from), source));
        }
    }

    private static int indexOf(List<Item> items, String key) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes an item out, and its page when that was its last. */
    static Questionnaire remove(Questionnaire model, String key) {
        return with(
                model,
                model.pages().stream()
                        .map(page -> page.items().stream()
                                .filter(item -> !item.key().equals(key))
                                .toList())
                        .filter(items -> !items.isEmpty())
                        .map(items -> with(pageOf(model, items.get(0).key()), items))
                        .toList());
    }

    static Questionnaire movePage(Questionnaire model, String key, int step) {
        List<ItemPage> pages = new ArrayList<>(model.pages());
        for (int i = 0; i < pages.size(); i++) {
            boolean movable = i + step >= 0 && i + step < pages.size();
            if (pages.get(i).key().equals(key) && movable) {
                Collections.swap(pages, i, i + step);
                break;
            }
        }
        return with(model, pages);
    }

    static Questionnaire removePage(Questionnaire model, String key) {
        return with(
                model,
                model.pages().stream().filter(page -> !page.key().equals(key)).toList());
    }

    /** Puts an item in place of the one of its key, or at the end of a page. */
    static Questionnaire put(Questionnaire model, ItemPage page, Item item) {
        List<ItemPage> pages = new ArrayList<>();
        boolean placed = false;
        for (ItemPage old : model.pages()) {
            List<Item> items = new ArrayList<>(old.items());
            int at = indexOf(items, item.key());
            if (at >= 0) {
                items.set(at, item);
                placed = true;
            } else if (old.key().equals(page.key())) {
                items.add(item);
                placed = true;
            }
            pages.add(with(old, items));
        }
        if (!placed) {
            pages.add(with(page, List.of(item)));
        }
        return with(model, pages);
    }

    /** Adds what an instrument asks and the questionnaire does not yet. */
    static Questionnaire add(Questionnaire model, List<ItemPage> instrument) {
        List<ItemPage> pages = new ArrayList<>(model.pages());
        Set<String> taken = keys(model);
        for (ItemPage page : instrument) {
            List<Item> items = page.items().stream()
                    .filter(item -> !taken.contains(item.key()))
                    .toList();
            if (!items.isEmpty()) {
                pages.add(new ItemPage(freePageKey(pages, page.key()), page.titles(), items));
            }
        }
        return with(model, pages);
    }

    /** Whether it asks anything that the questionnaire does not. */
    static boolean hasMore(Questionnaire model, BankInstrument instrument) {
        Set<String> taken = keys(model);
        return instrument.pages().stream()
                .flatMap(page -> page.items().stream())
                .anyMatch(item -> !taken.contains(item.key()));
    }

    static String freePageKey(List<ItemPage> pages, String wanted) {
        String key = wanted;
        for (int i = 2; hasPage(pages, key); i++) {
            key = wanted.substring(0, Math.min(wanted.length(), 36)) + "_" + i;
        }
        return key;
    }

    private static boolean hasPage(List<ItemPage> pages, String key) {
        return pages.stream().anyMatch(page -> page.key().equals(key));
    }

    /** Keys of touchpoints and items. */
    static Set<String> keys(Questionnaire model) {
        Set<String> keys = new HashSet<>();
        model.touchpoints().forEach(touchpoint -> keys.add(touchpoint.key()));
        model.items().forEach(item -> keys.add(item.key()));
        return keys;
    }

    private static ItemPage pageOf(Questionnaire model, String item) {
        return model.pages().stream()
                .filter(page -> indexOf(page.items(), item) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
