package parallax.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.contact.ContactFields;
import parallax.questionnaire.Audience;
import parallax.table.Reading;
import parallax.web.PageContext;
import parallax.web.RefusedException;

/** Our fields on the left, the file's columns with their first values on the right. */
public final class MappingPage extends IntakeFrame {

    private static final Map<String, String> LABELS = Map.of(
            "audience", "Audience (needed)",
            "email", "E-mail (this or a phone number)",
            "phone", "Phone number",
            "name", "Name",
            "salutation", "Salutation",
            "role", "Role",
            "language", "Language",
            "account", "Account: the customer's company",
            "account_owner", "Account owner",
            "time_zone", "Time zone");

    private final IntakeService.Shown shown;
    private final MappingForm form;

    MappingPage(PageContext context, IntakeService.Shown shown, MappingForm form, @Nullable RefusedException refused) {
        super("/templates/intake/mapping.ftlh", context, shown.engagement(), refused);
        this.shown = shown;
        this.form = form;
    }

    /** A choice of a select. */
    public record Option(String value, String label) {}

    /** One of our fields. */
    public record Field(String name, String label, String value, List<Option> options) {}

    /** A column of the file; segment: the name it has as one, or "". */
    public record Column(int position, String name, String samples, String said, String segment) {}

    public String getUrl() {
        return IntakePages.path(engagement().id()) + "/" + shown.row().id();
    }

    public boolean isChecked() {
        return shown.row().checked();
    }

    public int getRows() {
        return shown.about().rows();
    }

    public int getFormulas() {
        return shown.about().formulas();
    }

    public boolean isWorkbook() {
        return shown.about().isWorkbook();
    }

    public String getEncoding() {
        return String.valueOf(shown.about().encoding());
    }

    public String getSeparator() {
        return String.valueOf(shown.about().separator());
    }

    public String getSheet() {
        return String.valueOf(shown.about().sheet());
    }

    public List<Option> getEncodings() {
        return Reading.ENCODINGS.stream().map(name -> new Option(name, name)).toList();
    }

    public List<Option> getSeparators() {
        return List.of(
                new Option("comma", "comma ,"), new Option("semicolon", "semicolon ;"), new Option("tab", "tab"));
    }

    public List<Option> getSheets() {
        return shown.about().sheets().stream()
                .map(name -> new Option(name, name))
                .toList();
    }

    public List<Field> getFields() {
        List<Option> columns = new ArrayList<>();
        columns.add(new Option("", "not in this file"));
        for (Column column : getColumns()) {
            columns.add(new Option(
                    String.valueOf(column.position()),
                    column.samples().isEmpty() ? column.name() : column.name() + ": " + column.samples()));
        }
        return ContactFields.COLUMNS.stream()
                .map(field -> new Field(
                        "fields/" + field,
                        LABELS.getOrDefault(field, field),
                        form.chosen().getOrDefault(field, ""),
                        field.equals("audience") ? withEvery(columns) : columns))
                .toList();
    }

    private static List<Option> withEvery(List<Option> columns) {
        List<Option> options = new ArrayList<>(columns);
        for (Audience audience : Audience.values()) {
            options.add(new Option(MappingForm.every(audience), "no column: every row is " + audience.code()));
        }
        return options;
    }

    public List<Column> getColumns() {
        About about = shown.about();
        ColumnMapping mapping = form.mapping();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < about.header().size(); i++) {
            columns.add(new Column(
                    i,
                    about.header().get(i),
                    String.join(", ", about.samples().get(i)),
                    String.join(
                            ", ",
                            mapping.saidBy(i).stream()
                                    .filter(said -> !said.startsWith(ContactFields.SEGMENT))
                                    .toList()),
                    form.segments().getOrDefault(i, "")));
        }
        return columns;
    }
}
