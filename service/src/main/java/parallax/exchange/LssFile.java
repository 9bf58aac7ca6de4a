package parallax.exchange;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

/** The tables of a LimeSurvey survey file (.lss), which is a dump of rows of its database as XML. */
final class LssFile {

    static final int MOST_ROWS = 50_000;
    static final int LONGEST_TEXT = 100_000;

    private static final int MOST_FIELDS = 200;
    private static final int DEEPEST = 8;
    private static final Set<String> OF_INTEREST = Set.of(
            "answers",
            "answer_l10ns",
            "groups",
            "group_l10ns",
            "questions",
            "subquestions",
            "question_l10ns",
            "question_attributes",
            "conditions",
            "surveys",
            "surveys_languagesettings");

    private static final Set<String> HEAD = Set.of("LimeSurveyDocType", "DBVersion", "languages");

    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private final List<String> languages = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String kind = "";
    private String version = "";
    private Map<String, String> row = Map.of();
    private boolean inRow;
    private int rows;

    private LssFile() {}

    /**
     * Reads the tables.
     *
     * @throws RefusedException MALFORMED when it is no XML or has a document type; UNSUPPORTED_TYPE when it is no survey
     *     file; INVALID when it is larger than is read
     */
    static LssFile read(InputStream in) {
        LssFile file = new LssFile();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                file.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw malformed("Its XML is broken or ends too early, at line %d.".formatted(line));
        }
        if (!file.kind.equals("survey")) {
            throw new RefusedException(
                    ProblemType.UNSUPPORTED_TYPE,
                    "This is no LimeSurvey survey. In LimeSurvey open the survey, choose Display/Export, Survey structure (.lss), and send that file.");
        }
        return file;
    }

    private static XMLInputFactory factory() {
        // the JDK's own, whatever other libraries bring along
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    private void event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw malformed("It holds a document type declaration, which LimeSurvey does not write.");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw malformed("It refers to an entity, “%s”, which LimeSurvey does not write."
                        .formatted(Texts.named(xml.getLocalName())));
            case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                    throw tooMuch("A text in it is longer than %,d characters.".formatted(LONGEST_TEXT));
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            default -> {}
        }
    }

    private void start(String name) {
        if (path.size() >= DEEPEST) {
            throw malformed("Its elements are nested deeper than LimeSurvey writes them.");
        }
        path.addLast(name);
        text.setLength(0);
        if (isRow()) {
            rows++;
            if (rows > MOST_ROWS) {
                throw tooMuch("It has more than %,d rows.".formatted(MOST_ROWS));
            }
            row = new LinkedHashMap<>();
            inRow = true;
        } else if (path.size() == 2 && !OF_INTEREST.contains(name) && !HEAD.contains(name)) {
            others.putIfAbsent(name, 0);
        }
    }

    private boolean isRow() {
        return path.size() == 4 && path.peekLast().equals("row");
    }

    private void end(String name) {
        String value = text.toString();
        text.setLength(0);
        if (isRow()) {
            closeRow(new ArrayList<>(path).get(1));
        } else if (path.size() == 5 && inRow && row.size() < MOST_FIELDS) {
            row.put(name, value);
        } else if (path.size() == 3 && name.equals("language")) {
            languages.add(value.strip());
        } else if (path.size() == 2 && name.equals("LimeSurveyDocType")) {
            kind = value.strip().toLowerCase(Locale.ROOT);
        } else if (path.size() == 2 && name.equals("DBVersion")) {
            version = value.strip();
        }
        path.removeLast();
    }

    private void closeRow(String table) {
        if (OF_INTEREST.contains(table)) {
            tables.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        } else {
            others.merge(table, 1, Integer::sum);
        }
        inRow = false;
    }

    /** Rows of a table, field to text; empty when there are none. */
    List<Map<String, String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** Tables that are not read, with their number of rows. */
    Map<String, Integer> others() {
        return others;
    }

    /** Language tags as the file lists them. */
    List<String> languages() {
        return languages;
    }

    /** Version of LimeSurvey's database; empty when it is not told. */
    String version() {
        return version;
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(
                ProblemType.MALFORMED,
                "This LimeSurvey file cannot be read. %s Export it again and send that file.".formatted(why));
    }

    private static RefusedException tooMuch(String why) {
        return new RefusedException(
                ProblemType.INVALID, "This LimeSurvey file is not read. %s Export a smaller survey.".formatted(why));
    }
}
