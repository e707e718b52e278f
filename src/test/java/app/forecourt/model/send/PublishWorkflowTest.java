package app.forecourt.model.send;

import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.model.send.SendWorkflow.Step.ALREADY_SENT;
import static app.forecourt.model.send.SendWorkflow.Step.CONFIRMATION_NEEDED;
import static app.forecourt.model.send.SendWorkflow.Step.PROBLEMS_SHOWN;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.settings.Dealership;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test of publishing from staging to production. */
class PublishWorkflowTest extends AppModelFixture {
    private static final String STAGING_OPTIONS = """
            [{"name": "abs", "prettyName": "ABS"}, {"name": "seat_heating", "prettyName": "Seat heating"},
            {"name": "tow_bar", "prettyName": "Tow bar"}]""";
    private static final String PRODUCTION_OPTIONS = """
            [{"name": "abs", "prettyName": "ABS"}, {"name": "heated_seats", "prettyName": "Seat heating"},
            {"name": "tow_bar_fixed", "prettyName": "Tow bar, fixed"}]""";
    private final AtomicInteger sendings = new AtomicInteger();

    private SendWorkflow.Step step = ALREADY_SENT;

    private PublishWorkflow workflow() {
        return appModel.publishWorkflow();
    }

    private void startPublishing() {
        workflow().publish(sendings::incrementAndGet);
    }

    /** Checks the sends when the options are there and everything that waited for them has run. */
    private void assertSendings(int expected, String reason) {
        awaitConnected();
        window.runQueued();
        assertEquals(expected, sendings.get(), reason);
    }

    private void publish() {
        int before = sendings.get();
        workflow().publish(() -> {
            step = sendWorkflow.send();
            sendings.incrementAndGet();
        });
        window.until("production's options", () -> sendings.get() > before);
    }

    private void sendToStaging(String... options) {
        answers.put("/api/options", response(200, STAGING_OPTIONS));
        startWithAdvert();
        List.of(options).forEach(option -> form().toggleOption(option));
        send();
        sendAccepted();
        newPosts();
        answers.put("/api/options", response(200, PRODUCTION_OPTIONS));
    }

    @Test
    void publishedCarIsLinkedToStaging() {
        sendToStaging("abs");
        assertTrue(workflow().canPublish());
        publish();
        assertEquals(PRODUCTION, profile());
        assertEquals(CONFIRMATION_NEEDED, step);
        sendWorkflow.confirmProduction();
        sendAccepted();
        assertNewPosts(1);
        List<Submission> all = submissions();
        assertEquals(
                List.of(STAGING, PRODUCTION),
                all.stream().map(Submission::profile).toList());
        window.until("the link", () -> lastSubmission().follows().isPresent());
        assertEquals(Optional.of(all.getFirst().id()), lastSubmission().follows());
        assertFalse(workflow().canPublish(), "it is there");
    }

    @Test
    void missingOptionsAreNamedWithNearest() {
        sendToStaging("abs", "seat_heating", "tow_bar");
        publish();
        assertEquals(PROBLEMS_SHOWN, step);
        List<Problem> missing = visibleProblems().stream()
                .filter(problem -> problem.field() == CarField.OPTIONS)
                .toList();
        assertEquals(2, missing.size(), missing::toString);
        assertNewPosts(0);
        assertEquals(SENT, current().car().get().submissions().status(STAGING));
    }

    static Stream<Named<Consumer<AppModelFixture>>> interruptions() {
        return Stream.of(
                Named.of("another car", AppModelFixture::newCar),
                Named.of("typing", test -> test.type(SALES_PRICE, "1250")),
                Named.of("another profile", test -> test.appModel.selectProfile(PRACTICE)));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void interruptedPublishSendsNothing(Consumer<AppModelFixture> interruption) {
        sendToStaging("abs");
        startPublishing();
        interruption.accept(this);
        assertSendings(0, "the publishing was interrupted");
    }

    @Test
    void missingProductionListWarns() {
        sendToStaging("abs");
        answers.put("/api/options", response(500, ""));
        publish();
        assertEquals(PROBLEMS_SHOWN, step);
        assertNewPosts(0);
    }

    @Test
    void onlyAcceptedCarsCanBePublished() {
        startWithAdvert();
        assertFalse(workflow().canPublish());
        startPublishing();
        assertEquals(STAGING, profile());
        answerCars(500, "");
        send();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertFalse(workflow().canPublish());
    }

    @Test
    void productionDraftIsNotPublishedUnseen() {
        sendToStaging("abs");
        selectProfile(PRODUCTION);
        sendWorkflow.confirmProduction();
        type(SALES_PRICE, "11900");
        selectProfile(STAGING);
        startPublishing();
        assertSendings(0, "the user saw another price when she pressed the key");
        assertEquals(PRODUCTION, profile());
        assertText(SALES_PRICE, "11900");
        assertEquals(List.of(SALES_PRICE), correction().changedFields(), "and is told");
    }

    @Test
    void typedProductionDealershipIsShownAndKept() {
        setDealerships(new Dealership("Main street", "stg-main", "prd-main"));
        startWithAdvert();
        type(DEALERSHIP_ID, "stg-main");
        sendAccepted();
        selectProfile(PRODUCTION);
        assertText(DEALERSHIP_ID, "prd-main");
        assertEmpty(correction().changedFields());
        type(DEALERSHIP_ID, "prd-other");
        selectProfile(STAGING);
        assertText(DEALERSHIP_ID, "stg-main");
        startPublishing();
        assertSendings(0, "another dealership than she saw");
        assertText(DEALERSHIP_ID, "prd-other");
        selectProfile(STAGING);
        correct();
        selectProfile(PRODUCTION);
        assertEquals("prd-other", text(DEALERSHIP_ID), "nothing typed is lost");
    }

    @ProofTest
    void productionShowsStagingSubmission() {
        sendToStaging("abs");
        Submission taken = submissions().getFirst();
        selectProfile(PRODUCTION);
        assertEquals(Optional.of(taken), current().shownSubmission().get());
        assertStatus(DRAFT);
        selectProfile(PRACTICE);
        assertEmpty(current().shownSubmission().get());
        selectProfile(PRODUCTION);
        answerCars(422, "{\"detail\": \"no\"}");
        publish();
        sendWorkflow.confirmProduction();
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome(), "what production says of it comes first");
    }

    @Test
    void reloadOfListDoesNotSendAgain() {
        sendToStaging("abs", "seat_heating");
        selectProfile(PRODUCTION);
        publish();
        assertEquals(PROBLEMS_SHOWN, step);
        assertEquals(1, sendings.get());
        appModel.profileModel().loadOptions();
        assertSendings(1, "nothing waits any more");
    }

    @Test
    void missingOptionsKeepStagingNames() {
        answers.put("/api/options", response(200, """
                [{"name": "ac", "prettyName": "Airconditioning"}]"""));
        startWithAdvert();
        form().toggleOption("ac");
        send();
        answers.put("/api/options", response(200, PRODUCTION_OPTIONS));
        selectProfile(PRODUCTION);
        assertEquals(
                "Airconditioning", form().knownOptions().get().orElseThrow().prettyName("ac"));
        awaitSaved();
        window.until(
                "the lists to be kept",
                () -> journal.options(PRODUCTION, clients.address(PRODUCTION)).isPresent());
        openModel(variables);
        assertEquals(PRODUCTION, profile());
        startModel();
        window.until(
                "staging's list of the time before",
                () -> form().knownOptions().get().orElseThrow().prettyName("ac").equals("Airconditioning"));
        assertEquals("Airconditioning", appModel.profileModel().displayNames().option(PRODUCTION, "ac"));
    }
}
