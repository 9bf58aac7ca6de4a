package parallax.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemJson;
import parallax.instrument.ItemPageReader;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.study.InvalidInputException;
import parallax.study.StudyFeature;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.PageContext;
import parallax.web.Permit;
import parallax.web.Permit.Who;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.SeeOther;
import parallax.web.Versions;

/** One item, new or stored, in the questionnaire's default language. */
@Path("/engagements/{id}/questionnaire/items")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ItemPages {

    private static final String NEW_PAGE = "+";

    private final StudyFeature study;

    ItemPages(StudyFeature study) {
        this.study = study;
    }

    @GET
    @Path("/new")
    @Permit(Who.STAFF)
    public ItemFormPage blank(
            @PathParam("id") EngagementId id,
            @QueryParam("page") @DefaultValue(NEW_PAGE) String page,
            @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        return page(request, engagement, ItemForm.blank(engagement.languages().get(0), page), List.of());
    }

    @GET
    @Path("/{key}")
    @Permit(Who.STAFF)
    public ItemFormPage edit(
            @PathParam("id") EngagementId id, @PathParam("key") String key, @Context ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        Questionnaire model = study.questionnaires().current(id);
        ItemPage page = pageOf(model, key).orElseThrow(ItemPages::noSuchItem);
        ItemJson item = find(model, key).map(ItemJson::from).orElseThrow(ItemPages::noSuchItem);
        return page(request, engagement, ItemForm.of(item, model.defaultLanguage(), page.key()), List.of());
    }

    @POST
    @Path("/new")
    @Permit(Who.STAFF)
    public Response add(
            @PathParam("id") EngagementId id,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        return save(id, null, form, request);
    }

    @POST
    @Path("/{key}")
    @Permit(Who.STAFF)
    public Response change(
            @PathParam("id") EngagementId id,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form,
            @Context ContainerRequestContext request) {
        return save(id, key, form, request);
    }

    private Response save(
            EngagementId id,
            @Nullable String key,
            MultivaluedMap<String, String> sent,
            ContainerRequestContext request) {
        Engagement engagement = study.engagements().require(id);
        Questionnaire now = study.questionnaires().current(id);
        ItemJson stored =
                key == null ? null : find(now, key).map(ItemJson::from).orElseThrow(ItemPages::noSuchItem);
        ItemForm form = ItemForm.typed(sent, now.defaultLanguage(), stored);
        String version = "\"" + form.value("version") + "\"";
        try {
            study.questionnaires()
                    .change(
                            Caller.of(request.getSecurityContext()),
                            id,
                            current -> Versions.requireMatch(version, current),
                            key == null ? "Add an item" : "Change item " + key,
                            model -> edited(model, form, key));
        } catch (InvalidInputException refused) {
            return again(request, engagement, form, ItemFields.of(refused.errors(), form), refused);
        } catch (RefusedException refused) {
            if (refused.type() != ProblemType.CHANGED_MEANWHILE) {
                throw refused;
            }
            return again(
                    request,
                    engagement,
                    form,
                    List.of(InputError.field("version", null, ItemFormPage.CHANGED)),
                    refused);
        }
        return SeeOther.to("/engagements/" + id + "/questionnaire", "The item is saved.");
    }

    private static Questionnaire edited(Questionnaire model, ItemForm form, @Nullable String key) {
        List<InputError> errors = new ArrayList<>();
        Set<String> taken = Edits.keys(model);
        if (key != null) {
            taken.remove(key);
        }
        String given = key != null ? key : newKey(form, taken);
        Item item = new ItemPageReader(
                        (pointer, value, message) ->
                                errors.add(InputError.field(pointer, value == null ? null : value.toString(), message)),
                        new HashSet<>(model.languages()),
                        taken)
                .item("", form.toJson(given));
        Optional<ItemPage> page = pageFor(model, form, item, errors);
        if (!errors.isEmpty() || page.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return Edits.put(model, page.get(), Objects.requireNonNull(item));
    }

    private static String newKey(ItemForm form, Set<String> taken) {
        String typed = form.value("key").strip();
        if (!typed.isEmpty()) {
            return typed;
        }
        String words = form.values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("question_")
                        && !entry.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return NewKeys.of(words, "item", taken);
    }

    /** The page it goes to; told among the errors when there is none. */
    private static Optional<ItemPage> pageFor(
            Questionnaire model, ItemForm form, @Nullable Item item, List<InputError> errors) {
        Optional<ItemPage> chosen = model.pages().stream()
                .filter(page -> page.key().equals(form.value("page")))
                .findFirst();
        boolean full = form.stored() == null
                && chosen.map(page -> page.items().size() >= ItemPage.MOST_ITEMS)
                        .orElse(false);
        if (full) {
            errors.add(InputError.field("page", form.value("page"), "This page has 20 items already. Choose another."));
        }
        String title = form.value("title").strip();
        boolean headed = !TextEdit.isUnseen(title) && title.length() <= ItemPage.LONGEST_TITLE;
        if (chosen.isEmpty() && !headed) {
            errors.add(InputError.field(
                    "title", title, "Enter a heading that can be seen for the new page, 1 to 60 characters."));
        }
        if (!errors.isEmpty() || item == null || chosen.isPresent()) {
            return chosen;
        }
        String key = Edits.freePageKey(model.pages(), NewKeys.of(title, "page", Set.of()));
        return Optional.of(new ItemPage(key, Map.of(model.defaultLanguage(), title), List.of(item)));
    }

    private Response again(
            ContainerRequestContext request,
            Engagement engagement,
            ItemForm form,
            List<InputError> errors,
            RefusedException refused) {
        return Response.status(refused.type().status())
                .entity(page(request, engagement, form, errors))
                .build();
    }

    private ItemFormPage page(
            ContainerRequestContext request, Engagement engagement, ItemForm form, List<InputError> errors) {
        return new ItemFormPage(
                PageContext.of(request), engagement, study.questionnaires().current(engagement.id()), form, errors);
    }

    private static Optional<Item> find(Questionnaire model, String key) {
        return model.items().stream().filter(item -> item.key().equals(key)).findFirst();
    }

    private static Optional<ItemPage> pageOf(Questionnaire model, String key) {
        return model.pages().stream()
                .filter(page ->
                        page.items().stream().anyMatch(item -> item.key().equals(key)))
                .findFirst();
    }

    private static RefusedException noSuchItem() {
        return new RefusedException(
                ProblemType.NOT_FOUND, "The questionnaire has no such item; perhaps it was removed.");
    }
}
