package parallax.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import parallax.contact.ContactFields;
import parallax.study.Engagement;
import parallax.table.CsvText;
import parallax.table.SheetWriter;

/** An empty table of people to fill in. */
final class TemplateFile {

    private TemplateFile() {}

    private static List<String> header() {
        List<String> header = new ArrayList<>(ContactFields.COLUMNS);
        header.add(ContactFields.SEGMENT + "region");
        return header;
    }

    static String csv() {
        return new CsvText().row(header()).toString();
    }

    /** With one row that shows what belongs where, in a domain that receives no mail. */
    static byte[] workbook(Engagement engagement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.open(bytes, "Contacts", header())) {
            sheet.add(List.of(
                    "customer",
                    "replace.me@company.example",
                    "+44 20 7946 0000",
                    "Replace Me",
                    "Dr",
                    "Buyer",
                    engagement.languages().get(0),
                    "Company",
                    "Our Seller",
                    "Europe/London",
                    "north"));
        }
        return bytes.toByteArray();
    }
}
