package parallax.editor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.web.InputError;

/** Where on the item's form something stands that its JSON tells by pointer. */
final class ItemFields {

    private static final Pattern WORDING = Pattern.compile("/wordings/(\\w+)/[^/]+/(question|hint)");
    private static final Pattern CHOICE = Pattern.compile("/choices/(\\d+)/.*");

    private ItemFields() {}

    static List<InputError> of(List<InputError> errors, ItemForm form) {
        return errors.stream()
                .map(error ->
                        InputError.field(field(String.valueOf(error.pointer()), form), error.value(), error.message()))
                .toList();
    }

    private static String field(String pointer, ItemForm form) {
        Matcher wording = WORDING.matcher(pointer);
        if (wording.matches()) {
            return wording.group(2) + "_" + wording.group(1);
        }
        Matcher choice = CHOICE.matcher(pointer);
        if (choice.matches()) {
            return "choice" + form.writtenChoices().get(Integer.parseInt(choice.group(1)));
        }
        if (pointer.startsWith("/show_if")) {
            return pointer.equals("/show_if") || pointer.endsWith("one_of") ? "answers" : "show";
        }
        if (pointer.isEmpty() || pointer.startsWith("/pages")) {
            return "page";
        }
        if (pointer.equals("/choices")) {
            return "choice0";
        }
        if (pointer.startsWith("/wordings")) {
            return "asks_customer";
        }
        String plain = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        int slash = plain.indexOf('/');
        return slash < 0 ? plain : plain.substring(0, slash);
    }
}
