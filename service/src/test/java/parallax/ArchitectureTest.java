package parallax;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import parallax.web.Permit;

/** The house: which package may know which, and what holds everywhere. The table is the one of the design. */
@AnalyzeClasses(packages = "parallax", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> PURE = Set.of("statistics", "questionnaire", "disclosure", "chart");
    private static final Set<String> GROUND = Set.of("web", "database", "keys", "table");

    /** Package to what it may import besides itself and {@code web} and {@code database}. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("instrument", Set.of("questionnaire")),
            Map.entry("study", Set.of("instrument", "questionnaire", "keys")),
            Map.entry("editor", Set.of("study", "instrument", "questionnaire", "table")),
            Map.entry("response", Set.of("study", "questionnaire", "keys", "table")),
            Map.entry("ballot", Set.of("response", "verbatim", "study", "questionnaire", "keys")),
            Map.entry("verbatim", Set.of("study", "questionnaire", "table")),
            Map.entry("answering", Set.of("ballot", "study", "questionnaire", "keys")),
            Map.entry("finding", Set.of("response", "verbatim", "study", "questionnaire", "statistics", "disclosure")),
            Map.entry("release", Set.of("finding", "study", "questionnaire")),
            Map.entry(
                    "diagnostic", Set.of("finding", "response", "study", "questionnaire", "statistics", "disclosure")),
            Map.entry(
                    "results",
                    Set.of("finding", "diagnostic", "disclosure", "study", "questionnaire", "table", "chart")),
            Map.entry("nomination", Set.of("study", "questionnaire")),
            Map.entry("workbook", Set.of("finding", "nomination", "action", "verbatim", "study", "questionnaire")),
            Map.entry(
                    "summary",
                    Set.of("finding", "nomination", "action", "verbatim", "study", "questionnaire", "chart")),
            Map.entry("contact", Set.of("study", "questionnaire", "keys")),
            Map.entry("intake", Set.of("contact", "study", "questionnaire", "table", "keys")),
            Map.entry("exchange", Set.of("study", "questionnaire", "table")),
            Map.entry("mail", Set.of("study", "keys")),
            Map.entry("bounce", Set.of("answering", "contact", "mail", "study", "questionnaire", "keys")),
            Map.entry("message", Set.of("answering", "contact", "mail", "study", "questionnaire", "keys")),
            Map.entry(
                    "fieldwork",
                    Set.of(
                            "answering",
                            "ballot",
                            "bounce",
                            "contact",
                            "mail",
                            "message",
                            "study",
                            "questionnaire",
                            "keys")),
            Map.entry("notice", Set.of("fieldwork", "mail", "study")),
            Map.entry("monitor", Set.of("fieldwork", "study", "questionnaire", "chart")),
            Map.entry(
                    "launch",
                    Set.of("fieldwork", "contact", "mail", "message", "study", "questionnaire", "statistics", "keys")),
            Map.entry("referral", Set.of("fieldwork", "contact", "study")),
            Map.entry(
                    "interview",
                    Set.of("fieldwork", "answering", "ballot", "contact", "study", "questionnaire", "keys")),
            Map.entry("access", Set.of("study", "keys"))));

    @ArchTest
    static final ArchRule featuresImportOnlyWhatTheTableAllows = CompositeArchRule.of(MAY_IMPORT.entrySet().stream()
                    .map(entry -> importsOnly(
                            entry.getKey(),
                            Stream.concat(entry.getValue().stream(), Stream.of("web", "database", entry.getKey()))
                                    .toList()))
                    .toList())
            .because("data flows one way, and a boundary that anyone may step over is none");

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = CompositeArchRule.of(List.of(
                    importsOnly("web", List.of("web")),
                    importsOnly("database", List.of("database")),
                    importsOnly("keys", List.of("keys")),
                    importsOnly("table", List.of("table", "web"))))
            .because("what every feature stands on cannot stand on a feature");

    @ArchTest
    static final ArchRule mathematicsAndQuestionnaireArePure = CompositeArchRule.of(PURE.stream()
                    .map(name -> (ArchRule) classes()
                            .that()
                            .resideInAPackage("parallax." + name + "..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "parallax." + name + "..",
                                    "java.lang..",
                                    "java.util..",
                                    "java.math..",
                                    // days are values; what reads the clock is held apart below
                                    "java.time..",
                                    // the composition of characters is a table
                                    "java.text..",
                                    "org.jspecify..",
                                    "org.apache.commons.statistics..",
                                    "org.apache.commons.numbers.."))
                    .toList())
            .because("a reviewer must be able to check them without a database, a clock or a web server");

    @ArchTest
    static final ArchRule answersNeverMeetPeople = noClasses()
            .that()
            .resideInAnyPackage(
                    "parallax.answering..",
                    "parallax.ballot..",
                    "parallax.response..",
                    "parallax.verbatim..",
                    "parallax.finding..",
                    "parallax.diagnostic..",
                    "parallax.results..",
                    "parallax.workbook..",
                    "parallax.summary..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "parallax.contact..",
                    "parallax.intake..",
                    "parallax.fieldwork..",
                    "parallax.launch..",
                    "parallax.monitor..",
                    "parallax.notice..",
                    "parallax.message..",
                    "parallax.interview..",
                    "parallax.referral..",
                    "parallax.bounce..",
                    "parallax.mail..")
            .because("respondents were promised that nobody can tell who said what");

    @ArchTest
    static final ArchRule onlyFindingReadsAnswers = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "parallax.finding..",
                    "parallax.diagnostic..",
                    "parallax.response..",
                    "parallax.ballot..",
                    "parallax.app..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "they read counted answers",
                    call -> call.getTargetOwner().getFullName().equals("parallax.response.ResponseStore")
                            && call.getName().equals("stream")))
            .because("a number that did not pass disclosure control may tell who said what");

    /** What others may see of {@code finding}: figures that passed disclosure control, their words, and how to ask for them. */
    private static final Set<String> TOLD_BY_FINDING = Set.of(
            "BallotsWaiting",
            "ClientFigures",
            "Field",
            "Figure",
            "FigureIds",
            "FigureKey",
            "FigureKind",
            "FindingFeature",
            "FindingService",
            "Findings",
            "Flag",
            "Participation",
            "ReleaseDraft",
            "ReleaseScope",
            "ReleasedCell",
            "ReleasedFigure",
            "Rounding",
            "Sensitivity",
            "Shown",
            "TouchpointCounts",
            "Verdict",
            "VerdictRule",
            "VerdictWords",
            "WaveNotClosedException",
            "WaveNotCountedException",
            "package-info");

    @ArchTest
    static final ArchRule countsBeforeDisclosureControlStayInFinding = classes()
            .that()
            .resideInAPackage("parallax.finding")
            .and()
            .areTopLevelClasses()
            .and(DescribedPredicate.describe(
                    "are not told to others", type -> !TOLD_BY_FINDING.contains(type.getSimpleName())))
            .should()
            .bePackagePrivate()
            .because("what was not looked at yet may not be shown; what is public here is named one by one");

    @ArchTest
    static final ArchRule countsBeforeDisclosureControlStayInDiagnostic = classes()
            .that()
            .resideInAPackage("parallax.diagnostic")
            .and()
            .haveNameMatching(".*\\.(Ballots|Counts|Asked|Comparison)")
            .should()
            .bePackagePrivate()
            .because("what was not looked at yet may not be shown");

    @ArchTest
    static final ArchRule onlyFindingMakesFigures = noClasses()
            .that()
            .resideOutsideOfPackage("parallax.finding..")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "they make a figure",
                    call -> call.getTargetOwner()
                            .getFullName()
                            .matches("parallax\\.finding\\.(Released)?Figure(\\$Estimate)?")))
            .because("there is no other way to a number than through disclosure control");

    @ArchTest
    static final ArchRule releasesHoldOnlyWhatClientsMayRead = noClasses()
            .that()
            .resideInAPackage("parallax.release..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("parallax\\.finding\\.Figure(\\$Estimate)?")
            .because("a figure in full precision is for the consultancy");

    @ArchTest
    static final ArchRule spreadsheetsStayInTheirPackages = noClasses()
            .that()
            .resideOutsideOfPackages("parallax.workbook..", "parallax.summary..", "parallax.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..")
            .because("a change of the file library should touch few files");

    @ArchTest
    static final ArchRule onlyDaosSpeakSql = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Dao")
            .and()
            .resideOutsideOfPackage("parallax.database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jdbi.v3.sqlobject..")
            .orShould()
            .callMethod(org.jdbi.v3.core.Handle.class, "createQuery", String.class)
            .orShould()
            .callMethod(org.jdbi.v3.core.Handle.class, "createUpdate", String.class)
            .orShould()
            .callMethod(org.jdbi.v3.core.Handle.class, "execute", String.class, Object[].class)
            .because("SQL is looked for in …Dao");

    @ArchTest
    static final ArchRule endpointsDoNotCallDaos = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Pages")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Dao")
            .because("validation and transactions live in the service between them");

    @ArchTest
    static final ArchRule theClockIsInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .because("tests set the time and the dice");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that(areEndpoints())
            .should()
            .beAnnotatedWith(Permit.class)
            .because("an endpoint without a rule would be open or dead, and nobody would notice which");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("parallax.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classesAreFinalUnlessMadeToBeExtended = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .haveSimpleNameNotEndingWith("Exception")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what is extended is meant to be: abstract, or an exception named by a more exact fact");

    private static ArchRule importsOnly(String name, List<String> allowed) {
        String[] packages =
                allowed.stream().map(other -> "parallax." + other + "..").toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("parallax." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        outsideParallaxOr(packages).as("belong to nobody here or to " + String.join(", ", allowed)));
    }

    private static DescribedPredicate<JavaClass> outsideParallaxOr(String... packages) {
        return JavaClass.Predicates.resideOutsideOfPackage("parallax..")
                .or(JavaClass.Predicates.resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                                || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    @ArchTest
    static final ArchRule everyPackageIsInTheTable = classes()
            .that()
            .resideInAPackage("parallax..")
            .should(new ArchCondition<>("live in a package the table knows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String name = type.getPackageName().replaceFirst("^parallax\\.?", "");
                    boolean known = MAY_IMPORT.containsKey(name)
                            || GROUND.contains(name)
                            || PURE.contains(name)
                            || name.equals("app");
                    events.add(new SimpleConditionEvent(type, known, type.getName() + " lives in an unknown package"));
                }
            })
            .because("a new package gets its line in the table first");
}
