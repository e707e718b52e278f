package app.forecourt.model.send;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.Problem.Code.SENT_BEFORE;
import static app.forecourt.car.Problem.Code.SENT_UNCHANGED;
import static app.forecourt.model.send.SendWorkflow.Step.ALREADY_SENT;
import static app.forecourt.model.send.SendWorkflow.Step.CONFIRMATION_NEEDED;
import static app.forecourt.model.send.SendWorkflow.Step.NO_CREDENTIALS;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.model.stock.StockModel;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Test of sending the current car, and of the messages afterwards. */
class SendFromFormTest extends AppModelFixture {
    private void sendNewCar() {
        startModel();
        typeCar();
        send();
    }

    private void useUnreachableStaging() {
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
    }

    private void refuseModel() {
        answers.put("/api/cars", response(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
    }

    private List<CarField> visibleFields() {
        return visibleProblems().stream().map(Problem::field).toList();
    }

    private static void assertSending(SendWorkflow.Step step) {
        assertEquals(SendWorkflow.Step.SENDING, step);
    }

    @Test
    void acceptedCarIsSentToOtherProfilesOnly() {
        startModel();
        typeCar();
        assertSending(send());
        assertEquals(SENT, status());
        assertEquals(ALREADY_SENT, send());
        selectProfile(PRACTICE);
        assertEquals(DRAFT, status());
        assertSending(send());
        selectProfile(STAGING);
        assertEquals(SENT, status());
        assertEquals(1, newPosts());
    }

    @Test
    void missingCredentialsSendNothing() {
        openModel(Map.of());
        startModel();
        for (Profile profile : List.of(STAGING, PRODUCTION)) {
            selectProfile(profile);
            assertFalse(sendWorkflow.missingCredentials().get(), "she has not asked for that one yet");
            typeCar();
            type(DEALERSHIP_ID, "dealer-1");
            assertEquals(NO_CREDENTIALS, send());
            assertTrue(sendWorkflow.missingCredentials().get());
        }
        assertEmpty(submissions());
        assertEmpty(journal.waitingSubmissions());
        assertEquals(DRAFT, status());

        selectProfile(STAGING);
        send();
        preferences.put(Setting.CLIENT_ID, "id");
        appModel.settingsChanged();
        assertTrue(sendWorkflow.missingCredentials().get(), "half of it is not enough");
        vault.put(Setting.CLIENT_SECRET, "secret").join();
        appModel.settingsChanged();
        assertFalse(sendWorkflow.missingCredentials().get());
        awaitConnected();
        assertEquals(SendWorkflow.Step.SENDING, send(), "what there was to look at was shown then");
        assertEquals(1, newPosts());
    }

    @Test
    void carShownDuringQuestionIsNotSent() {
        startModel();
        typeAdvert();
        awaitSaved();
        UUID first = carId();
        newCar();
        typeAdvert();
        type(INTERNAL_ID, "SEB-2");
        selectProfile(PRODUCTION);
        // The user opened the first car of the list and pressed send before the read finished.
        cars().open(first);
        assertEquals(CONFIRMATION_NEEDED, sendWorkflow.send());
        window.until("the first", () -> carId().equals(first));
        assertFalse(sendWorkflow.confirmProduction(), "what she says is of the second");
        assertEquals(CONFIRMATION_NEEDED, sendWorkflow.send());
        assertEquals(0, newPosts());
    }

    @Test
    void carChangedDuringQuestionIsAskedAgain() {
        startModel();
        typeAdvert();
        selectProfile(PRODUCTION);
        assertEquals(CONFIRMATION_NEEDED, sendWorkflow.send());
        // Simulates a late answer of the register.
        type(VERSION, "Sport");
        assertTrue(sendWorkflow.confirmProduction());
        assertEquals(CONFIRMATION_NEEDED, send());
        assertTrue(sendWorkflow.confirmProduction());
        assertSending(send());
        assertEquals(1, newPosts());
    }

    @Test
    void acceptedAmountIsFixedWhileSent() {
        startModel();
        typeCar();
        form().amounts().accept(form().amounts().all().getFirst());
        answers.put("/api/cars", response(422, "{\"detail\": \"no\"}"));
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        type(SALES_PRICE, "13000");
        assertEquals("13000.00", form().text(SALES_PRICE_EX_VAT).get());
        answers.put("/api/cars", response(201, "{}"));
        send();
        assertEquals(SENT, status());
        type(SALES_PRICE, "14000");
        assertEquals("13000.00", form().text(SALES_PRICE_EX_VAT).get(), "what was sent stays");
    }

    @Test
    void userDecidesUnknownOutcome() {
        answers.put("/api/cars", response(500, "<h1>oops</h1>"));
        sendNewCar();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertEquals(ListingStatus.UNKNOWN, status());
        assertEquals(ALREADY_SENT, send());
        assertEquals(1, newPosts());

        assertSending(sendAgain());
        assertEquals(ListingStatus.UNKNOWN, status());
        assertEquals(1, newPosts());

        form().problems()
                .showDuplicateWarnings(
                        List.of(Problem.of(SALES_PRICE, SENT_BEFORE, "staging", "2026-03-01T12:00:00Z", "Opel Corsa")));
        sendWorkflow.confirmArrival();
        assertEquals(SENT, status());
        assertEmpty(visibleProblems());
        assertEquals(ALREADY_SENT, send());
        assertEquals(0, newPosts());
    }

    @Test
    void failedResendStaysUnknown() {
        answers.put("/api/cars", response(500, "oops"));
        sendNewCar();
        useUnreachableStaging();
        assertSending(sendAgain());
        assertEquals(ListingStatus.WAITING, status());
        assertEquals(new SendOutcome.NotSent(UNREACHABLE), outcome());
        sendWorkflow.stop();
        window.until(
                "the stop",
                () -> status() != ListingStatus.WAITING
                        && submissions().stream().anyMatch(Submission::needsVerdict));
        assertEquals(
                Optional.of(new SendOutcome.NotSent(STOPPED)),
                submissions().getLast().outcome());
        assertInstanceOf(SendOutcome.Unknown.class, outcome(), "the first may still be there");
        assertEquals(ListingStatus.UNKNOWN, status());
    }

    @Test
    void rejectionIsShownWhenCarIsOpened() {
        refuseModel();
        sendNewCar();
        UUID refused = carId();
        newCar();
        assertEmpty(visibleProblems());
        openCar(refused);
        assertEquals(List.of(MODEL), visibleFields());
        type(MODEL, "astra");
        newCar();
        openCar(refused);
        assertEquals(List.of(), visibleProblems(), "mended meanwhile");
    }

    /** Covers a sent version, which is a separate content of the form. */
    @ProofTest
    void rejectionIsShownAfterProfileSwitch() {
        startModel();
        typeAdvert();
        send();
        assertEquals(SENT, status());
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "9900");
        refuseModel();
        sendWorkflow.confirmProduction();
        send();
        assertEquals(List.of(MODEL), visibleFields());
        selectProfile(STAGING);
        assertEmpty(visibleProblems());
        selectProfile(PRODUCTION);
        assertEquals(List.of(MODEL), visibleFields());
    }

    @Test
    void unreachableAddressKeepsDraft() {
        useUnreachableStaging();
        startModel();
        var failed = assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get());
        assertEquals(new OptionsOutcome.Failed(UNREACHABLE, 0), failed.outcome());
        typeCar();
        CarDraft typed = draft();
        send();
        assertEquals(new SendOutcome.NotSent(UNREACHABLE), outcome());
        assertEquals(ListingStatus.WAITING, status(), "it is tried again by itself");
        sendWorkflow.stop();
        window.until("the stop", () -> status() == DRAFT);
        assertEquals(new SendOutcome.NotSent(STOPPED), outcome());
        window.until(
                "the list to have it among the drafts",
                () -> stock().groups().get().stream()
                        .map(StockModel.Group::kind)
                        .toList()
                        .equals(List.of(StockGroup.DRAFTS)));
        assertEquals(typed, draft());
    }

    @Test
    void waitingCarThatIsSoldStops() {
        useUnreachableStaging();
        sendNewCar();
        assertEquals(ListingStatus.WAITING, status());
        cars().mark(carId(), StockMark.SOLD);
        window.until("the stop", () -> status() == DRAFT);
        assertEquals(new SendOutcome.NotSent(STOPPED), outcome());
        assertEmpty(journal.waitingSubmissions());
    }

    @Test
    void lateAnswerBelongsToItsProfile() {
        startModel();
        typeCar();
        autochat.gate = new CountDownLatch(1);
        sendWorkflow.send();
        untilSending();
        selectProfile(PRACTICE);
        assertEquals(DRAFT, status());
        autochat.gate.countDown();
        window.until("the answer", () -> submissions().getLast().state() == ACCEPTED);
        assertEquals(DRAFT, status());
        selectProfile(STAGING);
        assertEquals(SENT, status());
    }

    @Test
    void duplicateWarnsAndSecondPressSends() {
        sendNewCar();
        UUID first = carId();
        newCar();
        typeCar();
        type(INTERNAL_ID, "seb-1");
        type(SALES_PRICE, "11000");
        send();
        assertTrue(problemsShown, "a warning first");
        assertEquals(DRAFT, status());
        assertEquals(List.of(SENT_BEFORE), visibleCodes());
        Problem warning = visibleProblems().getFirst();
        assertEquals(INTERNAL_ID, warning.field());
        assertEquals(
                List.of("staging", "Opel Corsa", new BigDecimal("12500"), "EUR"),
                Stream.of(0, 2, 3, 4).map(warning.args()::get).toList());
        assertEquals(1, newPosts());
        assertSentOnce();
        assertNotEquals(first, carId());
    }

    @Test
    void duplicatesOfOneMinuteWarnOnce() {
        startModel();
        for (int car = 0; car < 3; car++) {
            newCar();
            typeCar();
            send();
            if (car == 1) {
                send();
            }
        }
        assertEquals(DRAFT, status());
        var messages = new Messages(Locale.UK, clock);
        List<String> told = visibleProblems().stream()
                .map(new ProblemMessages(messages)::text)
                .toList();
        assertEquals(told.stream().distinct().toList(), told);
    }

    @Test
    void duplicateWarningEndsWithItsField() {
        sendNewCar();
        newCar();
        typeCar();
        send();
        assertTrue(problemsShown);
        type(INTERNAL_ID, "SEB-2");
        assertEmpty(visibleProblems());
        newCar();
        typeCar();
        send();
        assertTrue(problemsShown, "what she saw of one car does not count for another");
        assertEquals(1, newPosts());
    }

    @Test
    void unsentCarHasNothingToCorrect() {
        startModel();
        typeCar();
        correct();
        send();
        assertTrue(stock().all().getFirst().reopened().isEmpty(), "it is a car's first sending");
        assertEmpty(submissions().getFirst().follows());
        assertEquals(SENT, status());
    }

    @Test
    void sentCarIsCorrectedAndResent() {
        sendNewCar();
        UUID first = submissions().getFirst().id();
        CarDraft asSent = draft();
        correct();
        assertEquals(DRAFT, status());
        type(SALES_PRICE, "11900");
        appModel.correctionWorkflow().cancel();
        assertEquals(SENT, status());
        assertEquals(asSent, draft());

        correct();
        type(SALES_PRICE, "11900");
        send();
        assertEquals(SENT, status());
        assertEquals(2, newPosts());
        assertEquals(2, submissions().size());
        assertEquals(Optional.of(first), submissions().getLast().follows());
        assertEquals(1, stock().all().size(), "it is one car");
    }

    @Test
    void unchangedCorrectionWarns() {
        sendNewCar();
        assertEquals(1, newPosts());
        correct();
        type(SALES_PRICE, "12000");
        type(SALES_PRICE, "12500");
        send();
        assertTrue(problemsShown, "a question first");
        assertEquals(List.of(SENT_UNCHANGED), visibleCodes());
        assertEquals(0, newPosts());
        type(SALES_PRICE, "12000");
        assertEquals(List.of(), visibleProblems(), "something differs");
        type(SALES_PRICE, "12.500,00");
        send();
        assertEquals(SENT, status(), "she knows");
        assertEquals(1, newPosts());
    }

    @Test
    void correctionStartsFromProfilesVersion() {
        setDealerships(new Dealership("", "dealer-s", "dealer-p"));
        appModel.settingsChanged();
        startModel();
        typeAdvert();
        type(DEALERSHIP_ID, "dealer-s");
        send();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        sendWorkflow.confirmProduction();
        send();
        assertEquals(SENT, status());

        selectProfile(STAGING);
        correct();
        assertEquals(DRAFT, status());
        assertEquals("12500", text(SALES_PRICE));
        assertEquals("dealer-s", text(DEALERSHIP_ID));
        assertEmpty(appModel.correctionWorkflow().changedFields());
        awaitSaved();
        assertEquals("12500", journal.car(carId()).orElseThrow().draft().text(SALES_PRICE));

        selectProfile(PRODUCTION);
        assertEquals(List.of(SALES_PRICE), appModel.correctionWorkflow().changedFields());
        appModel.correctionWorkflow().cancel();
        assertEquals("11900", text(SALES_PRICE));
        assertEquals("dealer-p", text(DEALERSHIP_ID));
        selectProfile(STAGING);
        assertEquals("12500", text(SALES_PRICE));
    }

    @Test
    void correctionKeepsUnsentDraft() {
        sendNewCar();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        selectProfile(STAGING);
        assertEquals("12500", text(SALES_PRICE));
        correct();
        assertEquals("11900", text(SALES_PRICE), "no sending has it");
        type(BRAND, "OPEL");
        type(MODEL, "Corsa");
        assertEquals(List.of(SALES_PRICE), appModel.correctionWorkflow().changedFields());
    }

    @Test
    void draftOfOtherProfileOutlivesSecondSend() {
        answers.put("/api/cars", response(500, "oops"));
        sendNewCar();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        form().toggleOption("abs");
        awaitSaved();
        selectProfile(STAGING);
        assertSending(sendAgain());
        assertEquals("12500", text(SALES_PRICE));
        assertEmpty(form().options());
        awaitSaved();
        assertEquals("11900", journal.car(carId()).orElseThrow().draft().text(SALES_PRICE));
    }

    @Test
    void twoQuickPressesSendOnce() {
        startModel();
        typeCar();
        autochat.gate = new CountDownLatch(1);
        assertSending(sendWorkflow.send());
        assertEquals(ALREADY_SENT, sendWorkflow.send());
        untilSending();
        assertEquals(ALREADY_SENT, sendWorkflow.send());
        autochat.gate.countDown();
        untilSent();
        assertEquals(1, newPosts());
    }

    @Test
    void resentCarGetsDealershipOfItsProfile() {
        setDealerships(new Dealership("", "dealer-s", ""));
        appModel.settingsChanged();
        answers.put("/api/cars", response(500, "oops"));
        startModel();
        typeCar();
        type(DEALERSHIP_ID, "dealer-s");
        send();
        selectProfile(PRACTICE);
        assertEquals(PracticeServer.DEALERSHIP_ID, text(DEALERSHIP_ID));
        selectProfile(STAGING);
        sendAgain();
        assertTrue(
                submissions().getLast().payload().contains("\"dealer-s\""),
                submissions().getLast().payload());
        sendWorkflow.confirmArrival();
        selectProfile(PRACTICE);
        selectProfile(STAGING);
        correct();
        assertEquals("dealer-s", text(DEALERSHIP_ID));
    }
}
