package parallax.questionnaire;

import java.util.List;
import java.util.Map;

/** Arabic words of forms, in constructions that fit every gender. */
final class Arabic {

    private Arabic() {}

    static Wording wording() {
        return new Wording(
                "ar",
                "العربية",
                scales(),
                agreements(),
                customers(),
                teams(),
                Wording.phases("الاكتشاف", "القرار", "الشراء", "الاستخدام"),
                "غير ذلك",
                label -> "«" + label + "»");
    }

    private static Map<Integer, Map<Measure, List<String>>> scales() {
        return Wording.scales(
                List.of("سيئة جدًا", "سيئة", "مقبولة", "جيدة", "جيدة جدًا"),
                List.of("بلا أهمية", "أهمية قليلة", "أهمية متوسطة", "أهمية كبيرة", "أهمية كبيرة جدًا"),
                List.of("سيئة جدًا", "سيئة", "سيئة إلى حد ما", "مقبولة", "جيدة إلى حد ما", "جيدة", "جيدة جدًا"),
                List.of(
                        "بلا أهمية",
                        "أهمية قليلة جدًا",
                        "أهمية قليلة",
                        "أهمية متوسطة",
                        "أهمية فوق المتوسطة",
                        "أهمية كبيرة",
                        "أهمية كبيرة جدًا"));
    }

    private static Map<Integer, List<String>> agreements() {
        return Map.of(
                5,
                List.of("لا أوافق بشدة", "لا أوافق", "لا أوافق ولا أعارض", "أوافق", "أوافق بشدة"),
                7,
                List.of(
                        "لا أوافق بشدة",
                        "لا أوافق",
                        "لا أوافق إلى حد ما",
                        "لا أوافق ولا أعارض",
                        "أوافق إلى حد ما",
                        "أوافق",
                        "أوافق بشدة"));
    }

    private static Wording.Questions customers() {
        return new Wording.Questions(
                "كيف كانت تجربتك مع {touchpoint}؟",
                "ما مدى أهمية {touchpoint} بالنسبة إليك؟",
                "لم أمرّ بهذه التجربة",
                Wording.HINT);
    }

    private static Wording.Questions teams() {
        return new Wording.Questions(
                "برأيك، كيف يقيّم العملاء تجربتهم مع {touchpoint}؟",
                "من وجهة نظرك الشخصية، ما مدى أهمية {touchpoint}؟",
                "لا يمكنني الحكم على ذلك",
                "يقرأ العملاء: «" + Wording.HINT + "»");
    }
}
