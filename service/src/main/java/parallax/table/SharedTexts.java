package parallax.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells of a workbook share, within a budget. */
final class SharedTexts extends DefaultHandler implements SharedStrings {

    private final List<String> texts = new ArrayList<>();
    private final SheetBudget budget;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inReading;

    SharedTexts(SheetBudget budget) {
        this.budget = budget;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "si" -> {
                text.setLength(0);
                budget.sharedText();
            }
            // how an East Asian text is read aloud stands beside it and is no part of it
            case "rPh" -> inReading = true;
            case "t" -> inText = !inReading;
            default -> {}
        }
    }

    @Override
    public void characters(char[] source, int start, int length) {
        if (inText) {
            text.append(source, start, length);
            budget.sharedText(text.length());
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "si" -> {
                budget.sharedCharacters(text.length());
                texts.add(text.toString());
            }
            case "rPh" -> inReading = false;
            case "t" -> inText = false;
            default -> {}
        }
    }

    @Override
    public RichTextString getItemAt(int index) {
        return new XSSFRichTextString(texts.get(index));
    }

    @Override
    public int getCount() {
        return texts.size();
    }

    @Override
    public int getUniqueCount() {
        return texts.size();
    }
}
