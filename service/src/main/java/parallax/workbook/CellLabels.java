package parallax.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbl;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTExtensionList;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextField;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextWrappingType;

/** Labels of a scatter series taken live from cells: an extension of 2012 that the library has no calls for. */
record CellLabels(
        String range, List<String> texts, STDLblPos.Enum position, int hundredthPoints, boolean bold, Ink ink) {

    private static final String LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
    private static final String RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

    void addTo(CTScatterSer series) {
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                label(labels.addNewDLbl(), i);
            }
        }
        labels.addNewDLblPos().setVal(position);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(false);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
        extend(
                labels.addNewExtLst(),
                LABEL_EXTENSION,
                "<c15:showDataLabelsRange val=\"1\"/><c15:showLeaderLines val=\"0\"/>");
        extend(series.isSetExtLst() ? series.getExtLst() : series.addNewExtLst(), RANGE_EXTENSION, cachedRange());
    }

    private void label(CTDLbl label, int index) {
        label.addNewIdx().setVal(index);
        CTTextBody body = label.addNewTx().addNewRich();
        body.addNewBodyPr().setWrap(STTextWrappingType.NONE);
        CTTextParagraph paragraph = body.addNewP();
        CTTextField field = paragraph.addNewFld();
        field.setId("{" + id(index).toString().toUpperCase(java.util.Locale.ROOT) + "}");
        field.setType("CELLRANGE");
        style(field.addNewRPr());
        field.setT(texts.get(index));
        label.addNewDLblPos().setVal(position);
        label.addNewShowLegendKey().setVal(false);
        label.addNewShowVal().setVal(false);
        label.addNewShowCatName().setVal(false);
        label.addNewShowSerName().setVal(false);
        label.addNewShowPercent().setVal(false);
        label.addNewShowBubbleSize().setVal(false);
        extend(label.addNewExtLst(), LABEL_EXTENSION, "<c15:dlblFieldTable/><c15:showDataLabelsRange val=\"1\"/>");
    }

    private void style(CTTextCharacterProperties properties) {
        properties.setLang("en-GB");
        properties.setSz(hundredthPoints);
        properties.setB(bold);
        properties.addNewSolidFill().addNewSrgbClr().setVal(ink.rgb());
        properties.addNewLatin().setTypeface(Styles.FONT);
    }

    /** The same workbook twice is the same file: no random number. */
    private UUID id(int index) {
        return UUID.nameUUIDFromBytes((range + index).getBytes(StandardCharsets.UTF_8));
    }

    private String cachedRange() {
        StringBuilder xml =
                new StringBuilder("<c15:datalabelsRange><c15:f>%s</c15:f><c15:dlblRangeCache><c:ptCount val=\"%d\"/>"
                        .formatted(Typed.forXml(range), texts.size()));
        for (int i = 0; i < texts.size(); i++) {
            xml.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(i, Typed.forXml(texts.get(i))));
        }
        return xml.append("</c15:dlblRangeCache></c15:datalabelsRange>").toString();
    }

    private static void extend(CTExtensionList list, String uri, String content) {
        String xml = """
                <c:extLst xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
                xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">\
                <c:ext uri="%s">%s</c:ext></c:extLst>""".formatted(uri, content);
        try {
            list.set(CTExtensionList.Factory.parse(xml, new XmlOptions().setLoadReplaceDocumentElement(null)));
        } catch (XmlException impossible) {
            throw new IllegalStateException("own extension cannot be read", impossible);
        }
    }
}
