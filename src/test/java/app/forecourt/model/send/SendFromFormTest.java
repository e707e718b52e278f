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
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.SendingStatus.UNKNOWN;
import static app.forecourt.stock.SendingStatus.WAITING;
import static app.forecourt.stock.StockMark.SOLD;
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
import app.forecourt.car.Problem;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.stock.StockGroup;
import app.forecourt.model.stock.StockModel;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.math.BigDecimal;
import java.time.Instant;
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
        startWithCar();
        send();
    }

    private void useUnreachableStaging() {
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
    }

    private void refuseModel() {
        answerCars(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}""");
    }

    @Test
    void acceptedCarIsSentToOtherProfilesOnly() {
        startWithCar();
        assertSend(SENDING);
        assertStatus(SENT);
        assertSend(ALREADY_SENT);
        selectProfile(PRACTICE);
        assertStatus(DRAFT);
        assertSend(SENDING);
        selectProfile(STAGING);
        assertStatus(SENT);
        assertNewPosts(1);
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
            assertSend(NO_CREDENTIALS);
            assertTrue(sendWorkflow.missingCredentials().get());
        }
        assertEmpty(submissions());
        assertEmpty(journal.waitingSubmissions());
        assertStatus(DRAFT);

        selectProfile(STAGING);
        send();
        preferences.put(CLIENT_ID, "id");
        appModel.settingsChanged();
        assertTrue(sendWorkflow.missingCredentials().get(), "half of it is not enough");
        vault.put(CLIENT_SECRET, "secret").join();
        appModel.settingsChanged();
        assertFalse(sendWorkflow.missingCredentials().get());
        awaitConnected();
        assertEquals(SENDING, send(), "what there was to look at was shown then");
        assertNewPosts(1);
    }

    @Test
    void carShownDuringQuestionIsNotSent() {
        startWithAdvert();
        awaitSaved();
        UUID first = beginNext();
        typeAdvert();
        type(INTERNAL_ID, "SEB-2");
        selectProfile(PRODUCTION);
        // The user opened the first car of the list and pressed send before the read finished.
        cars().open(first);
        assertPress(CONFIRMATION_NEEDED);
        window.until("the first", () -> carId().equals(first));
        assertFalse(sendWorkflow.confirmProduction(), "what she says is of the second");
        assertPress(CONFIRMATION_NEEDED);
        assertNewPosts(0);
    }

    @Test
    void carChangedDuringQuestionIsAskedAgain() {
        startWithAdvert();
        selectProfile(PRODUCTION);
        assertPress(CONFIRMATION_NEEDED);
        // Simulates a late answer of the register.
        type(VERSION, "Sport");
        assertTrue(sendWorkflow.confirmProduction());
        assertSend(CONFIRMATION_NEEDED);
        assertTrue(sendWorkflow.confirmProduction());
        assertSend(SENDING);
        assertNewPosts(1);
    }

    @Test
    void acceptedAmountIsFixedWhileSent() {
        startWithCar();
        form().amounts().accept(form().amounts().all().getFirst());
        answerCars(422, "{\"detail\": \"no\"}");
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        type(SALES_PRICE, "13000");
        assertEquals("13000.00", form().text(SALES_PRICE_EX_VAT).get());
        answerCars(201, "{}");
        send();
        assertStatus(SENT);
        type(SALES_PRICE, "14000");
        assertEquals("13000.00", form().text(SALES_PRICE_EX_VAT).get(), "what was sent stays");
    }

    @Test
    void userDecidesUnknownOutcome() {
        answerCars(500, "<h1>oops</h1>");
        sendNewCar();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertStatus(UNKNOWN);
        assertSend(ALREADY_SENT);
        assertNewPosts(1);

        assertEquals(SENDING, sendAgain());
        assertStatus(UNKNOWN);
        assertNewPosts(1);

        form().problems()
                .showDuplicateWarnings(
                        List.of(Problem.of(SALES_PRICE, SENT_BEFORE, "staging", "2026-03-01T12:00:00Z", "Opel Corsa")));
        sendWorkflow.confirmArrival();
        assertStatus(SENT);
        assertEmpty(visibleProblems());
        assertSend(ALREADY_SENT);
        assertNewPosts(0);
    }

    @Test
    void failedResendStaysUnknown() {
        answerCars(500, "oops");
        sendNewCar();
        useUnreachableStaging();
        assertEquals(SENDING, sendAgain());
        assertStatus(WAITING);
        assertNotSent(UNREACHABLE);
        sendWorkflow.stop();
        window.until(
                "the stop", () -> status() != WAITING && submissions().stream().anyMatch(Submission::needsVerdict));
        assertEquals(
                Optional.of(new SendOutcome.NotSent(STOPPED)), lastSubmission().outcome());
        assertInstanceOf(SendOutcome.Unknown.class, outcome(), "the first may still be there");
        assertStatus(UNKNOWN);
    }

    @Test
    void rejectionIsShownWhenCarIsOpened() {
        refuseModel();
        sendNewCar();
        UUID refused = beginNext();
        assertEmpty(visibleProblems());
        openCar(refused);
        assertEquals(List.of(MODEL), visibleFields());
        type(MODEL, "astra");
        newCar();
        openCar(refused);
        assertEmpty(visibleProblems(), "mended meanwhile");
    }

    /** Covers a sent version, which is a separate content of the form. */
    @ProofTest
    void rejectionIsShownAfterProfileSwitch() {
        startWithAdvert();
        send();
        assertStatus(SENT);
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
        assertNotSent(UNREACHABLE);
        assertEquals(WAITING, status(), "it is tried again by itself");
        sendWorkflow.stop();
        untilStatus(DRAFT);
        assertNotSent(STOPPED);
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
        assertStatus(WAITING);
        cars().mark(carId(), SOLD);
        untilStatus(DRAFT);
        assertNotSent(STOPPED);
        assertEmpty(journal.waitingSubmissions());
    }

    @Test
    void lateAnswerBelongsToItsProfile() {
        startWithCar();
        autochat.gate = new CountDownLatch(1);
        sendWorkflow.send();
        untilSending();
        selectProfile(PRACTICE);
        assertStatus(DRAFT);
        autochat.gate.countDown();
        window.until("the answer", () -> lastSubmission().state() == ACCEPTED);
        assertStatus(DRAFT);
        selectProfile(STAGING);
        assertStatus(SENT);
    }

    @Test
    void duplicateWarnsAndSecondPressSends() {
        sendNewCar();
        UUID first = beginNext();
        typeCar();
        type(INTERNAL_ID, "seb-1");
        type(SALES_PRICE, "11000");
        send();
        assertTrue(problemsShown, "a warning first");
        assertStatus(DRAFT);
        assertCodes(SENT_BEFORE);
        Problem warning = visibleProblems().getFirst();
        assertEquals(INTERNAL_ID, warning.field());
        assertEquals(
                List.of("staging", "Opel Corsa", new BigDecimal("12500"), "EUR"),
                Stream.of(0, 2, 3, 4).map(warning.args()::get).toList());
        assertNewPosts(1);
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
        assertStatus(DRAFT);
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
        assertNewPosts(1);
    }

    @Test
    void unsentCarHasNothingToCorrect() {
        startWithCar();
        correct();
        send();
        assertTrue(stock().all().getFirst().reopened().isEmpty(), "it is a car's first sending");
        assertEmpty(submissions().getFirst().follows());
        assertStatus(SENT);
    }

    @Test
    void sentCarIsCorrectedAndResent() {
        sendNewCar();
        UUID first = submissions().getFirst().id();
        CarDraft asSent = draft();
        correct();
        assertStatus(DRAFT);
        type(SALES_PRICE, "11900");
        correction().cancel();
        assertStatus(SENT);
        assertEquals(asSent, draft());

        correct();
        type(SALES_PRICE, "11900");
        send();
        assertStatus(SENT);
        assertNewPosts(2);
        assertEquals(2, submissions().size());
        assertEquals(Optional.of(first), lastSubmission().follows());
        assertEquals(1, stock().all().size(), "it is one car");
    }

    @Test
    void correctionIsInTheJournalBeforeItsSubmission() {
        TaskRunner.Scheduler usual = scheduler;
        // The reopening is not saved by itself.
        scheduler = (delay, action) -> {
            if (!delay.isZero()) {
                usual.schedule(delay, action);
            }
        };
        openModel(variables);
        sendNewCar();
        correct();
        type(SALES_PRICE, "11900");
        send();
        Instant reopened = journal.car(carId()).orElseThrow().reopened().orElseThrow();
        assertFalse(lastSubmission().requestedAt().isBefore(reopened));
    }

    @Test
    void unchangedCorrectionWarns() {
        sendNewCar();
        assertNewPosts(1);
        correct();
        type(SALES_PRICE, "12000");
        type(SALES_PRICE, "12500");
        send();
        assertTrue(problemsShown, "a question first");
        assertCodes(SENT_UNCHANGED);
        assertNewPosts(0);
        type(SALES_PRICE, "12000");
        assertEmpty(visibleProblems(), "something differs");
        type(SALES_PRICE, "12.500,00");
        send();
        assertEquals(SENT, status(), "she knows");
        assertNewPosts(1);
    }

    @Test
    void correctionStartsFromProfilesVersion() {
        setDealerships(new Dealership("", "dealer-s", "dealer-p"));
        appModel.settingsChanged();
        startWithAdvert();
        type(DEALERSHIP_ID, "dealer-s");
        send();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        sendWorkflow.confirmProduction();
        send();
        assertStatus(SENT);

        selectProfile(STAGING);
        correct();
        assertStatus(DRAFT);
        assertText(SALES_PRICE, "12500");
        assertText(DEALERSHIP_ID, "dealer-s");
        assertEmpty(correction().changedFields());
        awaitSaved();
        assertEquals("12500", storedText(SALES_PRICE));

        selectProfile(PRODUCTION);
        assertEquals(List.of(SALES_PRICE), correction().changedFields());
        correction().cancel();
        assertText(SALES_PRICE, "11900");
        assertText(DEALERSHIP_ID, "dealer-p");
        selectProfile(STAGING);
        assertText(SALES_PRICE, "12500");
    }

    @Test
    void correctionKeepsUnsentDraft() {
        sendNewCar();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        selectProfile(STAGING);
        assertText(SALES_PRICE, "12500");
        correct();
        assertEquals("11900", text(SALES_PRICE), "no sending has it");
        type(BRAND, "OPEL");
        type(MODEL, "Corsa");
        assertEquals(List.of(SALES_PRICE), correction().changedFields());
    }

    @Test
    void draftOfOtherProfileOutlivesSecondSend() {
        answerCars(500, "oops");
        sendNewCar();
        selectProfile(PRODUCTION);
        type(SALES_PRICE, "11900");
        form().toggleOption("abs");
        awaitSaved();
        selectProfile(STAGING);
        assertEquals(SENDING, sendAgain());
        assertText(SALES_PRICE, "12500");
        assertEmpty(form().options());
        awaitSaved();
        assertEquals("11900", storedText(SALES_PRICE));
    }

    @Test
    void twoQuickPressesSendOnce() {
        startWithCar();
        autochat.gate = new CountDownLatch(1);
        assertPress(SENDING);
        assertPress(ALREADY_SENT);
        untilSending();
        assertPress(ALREADY_SENT);
        autochat.gate.countDown();
        untilSent();
        assertNewPosts(1);
    }

    @Test
    void resentCarGetsDealershipOfItsProfile() {
        setDealerships(new Dealership("", "dealer-s", ""));
        appModel.settingsChanged();
        answerCars(500, "oops");
        startWithCar();
        type(DEALERSHIP_ID, "dealer-s");
        send();
        selectProfile(PRACTICE);
        assertText(DEALERSHIP_ID, PracticeServer.DEALERSHIP_ID);
        selectProfile(STAGING);
        sendAgain();
        assertTrue(
                lastSubmission().payload().contains("\"dealer-s\""),
                lastSubmission().payload());
        sendWorkflow.confirmArrival();
        selectProfile(PRACTICE);
        selectProfile(STAGING);
        correct();
        assertText(DEALERSHIP_ID, "dealer-s");
    }
}
