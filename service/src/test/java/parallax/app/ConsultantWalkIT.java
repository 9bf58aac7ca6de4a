package parallax.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From sign-in to the first invitation without JavaScript, by what the pages offer: no address is typed into the browser after
 * the first. Each press and each field typed into counts one.
 */
@Tag("browser")
class ConsultantWalkIT {

    private static final int MOST_STEPS = 25;
    private static final Duration MAILS_TAKE = Duration.ofSeconds(60);
    private static final String PEOPLE = """
            Audience;E-Mail;Company;Name;Language
            customer;ann@acme.example;Acme;Ann Lee;en
            customer;bob@birch.example;Birch;Bob Hill;en
            customer;cleo@cedar.example;Cedar;Cleo Marsh;en
            sales;sue@northwind.example;;Sue Vale;en
            marketing;mo@northwind.example;;Mo Dale;en
            """;

    private final ParallaxServer server = ParallaxServer.shared();
    private int steps;

    @Test
    void theFirstInvitationIsTwentyFiveStepsFromSignInAtMost() {
        try (BrowserContext window = TestBrowser.window(1280)) {
            Page page = window.newPage();
            page.navigate(server.base() + "/sign-in");
            signIn(page);
            makeAnEngagement(page);
            importPeople(page);
            lookAtTheMails(page);
            planAWave(page);
            launch(page);
            press(page, "Look at the mails");
            assertThat(page.locator("main").textContent()).contains("Waiting", "ann@acme.example");
            readTheFirstInvitation(page);
        }
        assertThat(steps).as("presses and fields typed into").isLessThanOrEqualTo(MOST_STEPS);
    }

    private void signIn(Page page) {
        type(page, "Mail address", ParallaxServer.EMAIL);
        type(page, "Password", ParallaxServer.PASSWORD);
        press(page, "Sign in");
    }

    private void makeAnEngagement(Page page) {
        press(page, "New engagement");
        type(page, "Name of the engagement", "Ten minutes");
        type(page, "Client company", "Northwind");
        press(page, "Make the engagement");
        press(page, "Touchpoints");
        press(page, "Save touchpoints");
    }

    private void importPeople(Page page) {
        if (page.locator("a:has-text('Import contacts')").count() == 0) {
            press(page, "Ten minutes");
        }
        press(page, "Import contacts");
        if (page.locator("input[type=file]").count() == 0) {
            press(page, "Import contacts");
        }
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", PEOPLE.getBytes(StandardCharsets.UTF_8)));
        steps++;
        press(page, "Upload the file");
        if (page.locator("button:has-text('Check the rows')").count() > 0) {
            press(page, "Check the rows");
        }
        press(page, "Import 5 contacts");
        press(page, "Ten minutes");
    }

    private void lookAtTheMails(Page page) {
        press(page, "Mails");
        press(page, "Look at: Invitation, Customers, English");
        assertThat(page.locator("pre.plain-mail").textContent())
                .contains("Hello Ann Lee,")
                .contains("groups of at least 5 people from 3 companies");
        press(page, "Ten minutes");
    }

    private void planAWave(Page page) {
        press(page, "Plan a wave");
        type(page, "Name of the wave", "Baseline");
        press(page, "Plan the wave");
    }

    private void launch(Page page) {
        press(page, "Review and launch");
        assertThat(page.locator("main").textContent())
                .contains("5 people get a personal mail")
                .contains("Sales has 1 person, and 5 answers are needed");
        type(page, "Type the number of people who get a mail (5)", "5");
        press(page, "Launch");
        assertThat(page.locator("main").textContent()).contains("Sending starts at");
    }

    /**
     * The consultant has nothing left to do but wait five minutes. A test need not: it takes the launch back, and launches
     * without a hold. No mail server here: a mail that left stands on the outbox page.
     */
    private void readTheFirstInvitation(Page page) {
        String wave = page.url().replaceFirst(".*(/waves/[^/]+)/outbox.*", "$1");
        server.api().post("/api" + wave + "/launch/cancel", "{}").require(204);
        server.api().post("/api" + wave + "/launch", "{\"hold_minutes\": 0}").require(202);
        Instant end = Instant.now().plus(MAILS_TAKE);
        while (page.locator("a[href*='/s/']").count() == 0 && Instant.now().isBefore(end)) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator("a[href*='/s/']").count())
                .as("invitations that left")
                .isPositive();
    }

    private void type(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(text);
        steps++;
    }

    private void press(Page page, String words) {
        press(page, words, "a:has-text(\"%1$s\"), button:has-text(\"%1$s\")".formatted(words));
    }

    /** A link or button of the page's own part first, else of its breadcrumbs. */
    private void press(Page page, String words, String selector) {
        Locator own = page.locator("main").locator(selector);
        Locator target = own.count() > 0 ? own.first() : page.locator(selector).first();
        assertThat(target.count()).as("%s on %s", words, page.url()).isEqualTo(1);
        page.waitForNavigation(() -> target.press("Enter"));
        steps++;
        assertThat(page.locator(".error-summary").count())
                .as("refused after “%s”", words)
                .isZero();
    }
}
