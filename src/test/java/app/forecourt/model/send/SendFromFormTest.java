package app.forecourt.model.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.model.stock.StockModel;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Test of sending the current car, and of the messages afterwards. */
class SendFromFormTest extends AppModelFixture {

    @Test
    void acceptedCarIsSentToOtherProfilesOnly() {
        begin();
        typeACar();
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, send());
        choose(Profile.PRACTICE);
        assertEquals(ListingStatus.DRAFT, standing());
        assertEquals(SendWorkflow.Step.SENDING, send());
        choose(Profile.STAGING);
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(1, posts());
    }

    @Test
    void warningsAreShownBeforeSending() {
        begin();
        typeACar();
        type(CarField.INTERNAL_ID, "");
        assertEquals(SendWorkflow.Step.LOOK, send());
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(1, posts());
    }

    @Test
    void missingCredentialsSendNothing() {
        open(Map.of());
        begin();
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            choose(profile);
            assertFalse(dispatch.barred().get(), "she has not asked for that one yet");
            typeACar();
            type(CarField.DEALERSHIP_ID, "dealer-1");
            assertEquals(SendWorkflow.Step.NOT_SET_UP, send());
            assertTrue(dispatch.barred().get());
        }
        assertEquals(List.of(), attempts());
        assertEquals(List.of(), journal.waiting());
        assertEquals(ListingStatus.DRAFT, standing());

        choose(Profile.STAGING);
        send();
        preferences.put(Setting.CLIENT_ID, "id");
        desk.settingsChanged();
        assertTrue(dispatch.barred().get(), "half of it is not enough");
        vault.put(Setting.CLIENT_SECRET, "secret").join();
        desk.settingsChanged();
        assertFalse(dispatch.barred().get());
        connected();
        assertEquals(SendWorkflow.Step.SENDING, send(), "what there was to look at was shown then");
        assertEquals(1, posts());
    }

    @Test
    void firstProductionSendIsConfirmedOnce() {
        choose(Profile.PRODUCTION);
        typeACar();
        assertEquals(SendWorkflow.Step.ASK, send());
        assertEquals(0, posts());
        dispatch.confirmProduction();
        assertEquals(SendWorkflow.Step.SENDING, send());
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(2, posts());
    }

    @Test
    void carShownDuringQuestionIsNotSent() {
        begin();
        typeACar();
        saved();
        UUID first = desk.cars().current().car().get().id();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        choose(Profile.PRODUCTION);
        // The user opened the first car of the list and pressed send before the read finished.
        desk.cars().open(first);
        assertEquals(SendWorkflow.Step.ASK, dispatch.send());
        window.until("the first", () -> desk.cars().current().car().get().id().equals(first));
        assertFalse(dispatch.confirmProduction(), "what she says is of the second");
        assertEquals(SendWorkflow.Step.ASK, dispatch.send());
        assertEquals(0, posts());
    }

    @Test
    void draftOfOtherProfileOutlivesPendingSend() {
        begin();
        answers.put("/api/cars", answer(500, ""));
        typeACar();
        send();
        assertEquals(ListingStatus.UNKNOWN, standing());
        choose(Profile.PRODUCTION);
        type(CarField.VERSION, "Sport");
        saved();
        choose(Profile.STAGING);
        assertEquals("", text(CarField.VERSION), "as it was sent there");
        answers.put("/api/cars", answer(201, "{}"));
        UUID car = desk.cars().current().car().get().id();
        assertEquals(SendWorkflow.Step.SENDING, dispatch.sendAgain());
        desk.cars().newCar();
        window.until("the answer", () -> desk.cars().stock().row(car).orElseThrow().traces().stream()
                .anyMatch(trace -> trace.state() == SubmissionState.ACCEPTED));
        saved();
        choose(Profile.PRODUCTION);
        openCar(car);
        assertEquals("Sport", text(CarField.VERSION));
        assertEquals("Sport", journal.car(car).orElseThrow().draft().text(CarField.VERSION));
    }

    @Test
    void carChangedDuringQuestionIsAskedAgain() {
        begin();
        typeACar();
        choose(Profile.PRODUCTION);
        assertEquals(SendWorkflow.Step.ASK, dispatch.send());
        // Simulates a late answer of the register.
        type(CarField.VERSION, "Sport");
        assertTrue(dispatch.confirmProduction());
        assertEquals(SendWorkflow.Step.ASK, send());
        assertTrue(dispatch.confirmProduction());
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertEquals(1, posts());
    }

    @Test
    void acceptedAmountIsFixedWhileSent() {
        begin();
        typeACar();
        desk.form().accept(desk.form().proposals().getFirst());
        answers.put("/api/cars", answer(422, "{\"detail\": \"no\"}"));
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        type(CarField.SALES_PRICE, "13000");
        assertEquals("13000.00", desk.form().text(CarField.SALES_PRICE_EX_VAT).get());
        answers.put("/api/cars", answer(201, "{}"));
        send();
        assertEquals(ListingStatus.SENT, standing());
        type(CarField.SALES_PRICE, "14000");
        assertEquals("13000.00", desk.form().text(CarField.SALES_PRICE_EX_VAT).get(), "what was sent stays");
    }

    @Test
    void violationsAreShownAtFields() {
        answers.put("/api/cars", answer(422,
                """
                        {"violations": [{"propertyPath": "vin", "message": "not a VIN we know"}], "detail": "one problem"}"""));
        begin();
        typeACar();
        CarDraft typed = desk.form().draft().get();
        send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        assertEquals(List.of(Problem.of(CarField.VIN, ProblemCode.REFUSED_BY_AUTOCHAT, "not a VIN we know")),
                desk.form().shown());
        assertEquals(typed, desk.form().draft().get());
        assertEquals(ListingStatus.DRAFT, standing(), "mended, it can be sent again");
    }

    @Test
    void userDecidesUnknownOutcome() {
        answers.put("/api/cars", answer(500, "<h1>oops</h1>"));
        begin();
        typeACar();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertEquals(ListingStatus.UNKNOWN, standing());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, send());
        assertEquals(1, posts());

        assertEquals(SendWorkflow.Step.SENDING, sendAgain());
        assertEquals(ListingStatus.UNKNOWN, standing());
        assertEquals(1, posts());

        dispatch.itIsThere();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, send());
        assertEquals(0, posts());
    }

    @Test
    void failedResendStaysUnknown() {
        answers.put("/api/cars", answer(500, "oops"));
        begin();
        typeACar();
        send();
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
        assertEquals(SendWorkflow.Step.SENDING, sendAgain());
        assertEquals(ListingStatus.WAITING, standing());
        assertEquals(new SendOutcome.NotSent(Cause.UNREACHABLE), outcome());
        dispatch.stop();
        window.until("the stop",
                () -> standing() != ListingStatus.WAITING && attempts().stream().anyMatch(Submission::open));
        assertEquals(Optional.of(new SendOutcome.NotSent(Cause.STOPPED)), attempts().getLast().outcome());
        assertInstanceOf(SendOutcome.Unknown.class, outcome(), "the first may still be there");
        assertEquals(ListingStatus.UNKNOWN, standing());
    }

    @Test
    void sentCarKeepsItsDealership() {
        dealerships(new Dealership("", "dealer-s", "dealer-p"));
        desk.settingsChanged();
        typeACar();
        type(CarField.DEALERSHIP_ID, "dealer-s");
        begin();
        send();
        assertEquals(ListingStatus.SENT, standing());
        choose(Profile.PRODUCTION);
        assertEquals("dealer-p", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void rejectionIsShownWhenCarIsOpened() {
        answers.put("/api/cars", answer(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
        begin();
        typeACar();
        send();
        UUID refused = desk.cars().current().car().get().id();
        desk.cars().newCar();
        assertEquals(List.of(), desk.form().shown());
        openCar(refused);
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(Problem::field).toList());
        type(CarField.MODEL, "astra");
        desk.cars().newCar();
        openCar(refused);
        assertEquals(List.of(), desk.form().shown(), "mended meanwhile");
    }

    /** Covers a sent version, which is a separate content of the form. */
    @Test
    void rejectionIsShownAfterProfileSwitch() {
        begin();
        typeACar();
        send();
        assertEquals(ListingStatus.SENT, standing());
        choose(Profile.PRODUCTION);
        type(CarField.SALES_PRICE, "9900");
        answers.put("/api/cars", answer(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
        dispatch.confirmProduction();
        send();
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(Problem::field).toList());
        choose(Profile.STAGING);
        assertEquals(List.of(), desk.form().shown());
        choose(Profile.PRODUCTION);
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(Problem::field).toList());
    }

    @Test
    void unreachableAddressKeepsDraft() {
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
        begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        assertEquals(new OptionsOutcome.Failed(Cause.UNREACHABLE, 0), trouble.outcome());
        typeACar();
        CarDraft typed = desk.form().draft().get();
        send();
        assertEquals(new SendOutcome.NotSent(Cause.UNREACHABLE), outcome());
        assertEquals(ListingStatus.WAITING, standing(), "it is tried again by itself");
        dispatch.stop();
        window.until("the stop", () -> standing() == ListingStatus.DRAFT);
        assertEquals(new SendOutcome.NotSent(Cause.STOPPED), outcome());
        window.until("the list to have it among the drafts", () -> desk.cars().stock().groups().get().stream()
                .map(StockModel.Group::kind).toList().equals(List.of(StockModel.Kind.DRAFTS)));
        assertEquals(typed, desk.form().draft().get());
    }

    @Test
    void waitingCarIsSentWhenOnline() {
        begin();
        String there = properties.get("forecourt.staging.url");
        try (MockWebServer later = new MockWebServer()) {
            int port = freePort();
            properties.put("forecourt.staging.url", "http://127.0.0.1:" + port);
            typeACar();
            send();
            assertEquals(ListingStatus.WAITING, standing());
            choose(Profile.PRACTICE);
            later.setDispatcher(autochat.getDispatcher());
            later.start(port);
            dispatch.retryNow();
            choose(Profile.STAGING);
            window.until("the network", () -> standing() == ListingStatus.SENT);
            assertEquals(1, attempts().size(), "one attempt, tried more than once");
            assertEquals(Profile.STAGING, attempts().getFirst().profile());
        } catch (IOException taken) {
            throw new AssertionError(there, taken);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Test
    void lateAnswerBelongsToItsProfile() {
        begin();
        typeACar();
        gate = new CountDownLatch(1);
        dispatch.send();
        window.until("the leaving", () -> !attempts().isEmpty()
                && attempts().getLast().state() == SubmissionState.SENDING);
        choose(Profile.PRACTICE);
        assertEquals(ListingStatus.DRAFT, standing());
        gate.countDown();
        window.until("the answer", () -> attempts().getLast().state() == SubmissionState.ACCEPTED);
        assertEquals(ListingStatus.DRAFT, standing());
        choose(Profile.STAGING);
        assertEquals(ListingStatus.SENT, standing());
    }

    @Test
    void duplicateWarnsAndSecondPressSends() {
        begin();
        typeACar();
        send();
        UUID first = desk.cars().current().car().get().id();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "seb-1");
        type(CarField.SALES_PRICE, "11000");
        send();
        assertTrue(looking, "a warning first");
        assertEquals(ListingStatus.DRAFT, standing());
        assertEquals(List.of(ProblemCode.SENT_BEFORE),
                desk.form().shown().stream().map(Problem::rule).toList());
        Problem warning = desk.form().shown().getFirst();
        assertEquals(CarField.INTERNAL_ID, warning.field());
        assertEquals(List.of("staging", "opel corsa", new BigDecimal("12500"), "EUR"),
                Stream.of(0, 2, 3, 4).map(warning.args()::get).toList());
        assertEquals(1, posts());
        send();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(1, posts());
        assertNotEquals(first, desk.cars().current().car().get().id());
    }

    @Test
    void duplicatesOfOneMinuteWarnOnce() {
        begin();
        for (int car = 0; car < 3; car++) {
            desk.cars().newCar();
            typeACar();
            send();
            if (car == 1) {
                send();
            }
        }
        assertEquals(ListingStatus.DRAFT, standing());
        var words = new Messages(Locale.UK, clock);
        List<String> told = desk.form().shown().stream().map(words::problem).toList();
        assertEquals(told.stream().distinct().toList(), told);
    }

    @Test
    void duplicateWarningEndsWithItsField() {
        begin();
        typeACar();
        send();
        desk.cars().newCar();
        typeACar();
        send();
        assertTrue(looking);
        type(CarField.INTERNAL_ID, "SEB-2");
        assertEquals(List.of(), desk.form().shown());
        desk.cars().newCar();
        typeACar();
        send();
        assertTrue(looking, "what she saw of one car does not count for another");
        assertEquals(1, posts());
    }

    @Test
    void unsentCarHasNothingToCorrect() {
        begin();
        typeACar();
        desk.correction().begin();
        send();
        assertTrue(desk.cars().stock().all().getFirst().reopened().isEmpty(), "it is a car's first sending");
        assertEquals(Optional.empty(), attempts().getFirst().follows());
        assertEquals(ListingStatus.SENT, standing());
    }

    @Test
    void sentCarIsCorrectedAndResent() {
        begin();
        typeACar();
        send();
        UUID first = attempts().getFirst().id();
        CarDraft asSent = desk.form().draft().get();
        desk.correction().begin();
        assertEquals(ListingStatus.DRAFT, standing());
        type(CarField.SALES_PRICE, "11900");
        desk.correction().leaveAsSent();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(asSent, desk.form().draft().get());

        desk.correction().begin();
        type(CarField.SALES_PRICE, "11900");
        send();
        assertTrue(looking, "it may be there twice then");
        send();
        assertEquals(ListingStatus.SENT, standing());
        assertEquals(2, posts());
        assertEquals(2, attempts().size());
        assertEquals(Optional.of(first), attempts().getLast().follows());
        assertEquals(1, desk.cars().stock().all().size(), "it is one car");
    }

    @Test
    void unchangedCorrectionWarns() {
        begin();
        typeACar();
        send();
        assertEquals(1, posts());
        desk.correction().begin();
        send();
        assertTrue(looking, "a question first");
        assertEquals(List.of(ProblemCode.SENT_UNCHANGED),
                desk.form().shown().stream().map(Problem::rule).toList());
        assertEquals(0, posts());
        type(CarField.SALES_PRICE, "12000");
        assertEquals(List.of(), desk.form().shown(), "something differs");
        type(CarField.SALES_PRICE, "12.500,00");
        send();
        assertEquals(ListingStatus.SENT, standing(), "she knows");
        assertEquals(1, posts());
    }

    @Test
    void revertedCorrectionWarns() {
        begin();
        typeACar();
        send();
        assertEquals(1, posts());
        desk.correction().begin();
        type(CarField.SALES_PRICE, "12000");
        send();
        assertEquals(List.of(ProblemCode.SENT_BEFORE),
                desk.form().shown().stream().map(Problem::rule).toList());
        type(CarField.SALES_PRICE, "12500");
        send();
        assertTrue(looking, "nothing differs now");
        assertEquals(List.of(ProblemCode.SENT_UNCHANGED),
                desk.form().shown().stream().map(Problem::rule).toList());
        assertEquals(0, posts());
    }

    @Test
    void correctionStartsFromProfilesVersion() {
        dealerships(new Dealership("", "dealer-s", "dealer-p"));
        desk.settingsChanged();
        begin();
        typeACar();
        type(CarField.DEALERSHIP_ID, "dealer-s");
        send();
        choose(Profile.PRODUCTION);
        type(CarField.SALES_PRICE, "11900");
        dispatch.confirmProduction();
        send();
        assertEquals(ListingStatus.SENT, standing());

        choose(Profile.STAGING);
        desk.correction().begin();
        assertEquals(ListingStatus.DRAFT, standing());
        assertEquals("12500", text(CarField.SALES_PRICE));
        assertEquals("dealer-s", text(CarField.DEALERSHIP_ID));
        assertEquals(List.of(), desk.correction().changes());
        saved();
        assertEquals("12500", journal.car(desk.cars().current().car().get().id()).orElseThrow().draft()
                .text(CarField.SALES_PRICE));

        choose(Profile.PRODUCTION);
        assertEquals(List.of(CarField.SALES_PRICE), desk.correction().changes());
        desk.correction().leaveAsSent();
        assertEquals("11900", text(CarField.SALES_PRICE));
        assertEquals("dealer-p", text(CarField.DEALERSHIP_ID));
        choose(Profile.STAGING);
        assertEquals("12500", text(CarField.SALES_PRICE));
    }

    @Test
    void correctionKeepsUnsentDraft() {
        begin();
        typeACar();
        send();
        choose(Profile.PRODUCTION);
        type(CarField.SALES_PRICE, "11900");
        choose(Profile.STAGING);
        assertEquals("12500", text(CarField.SALES_PRICE));
        desk.correction().begin();
        assertEquals("11900", text(CarField.SALES_PRICE), "no sending has it");
        assertEquals(List.of(CarField.SALES_PRICE), desk.correction().changes());
    }

    @Test
    void draftOfOtherProfileOutlivesSecondSend() {
        answers.put("/api/cars", answer(500, "oops"));
        begin();
        typeACar();
        send();
        choose(Profile.PRODUCTION);
        type(CarField.SALES_PRICE, "11900");
        saved();
        choose(Profile.STAGING);
        assertEquals(SendWorkflow.Step.SENDING, sendAgain());
        assertEquals("12500", text(CarField.SALES_PRICE));
        saved();
        assertEquals("11900", journal.car(desk.cars().current().car().get().id()).orElseThrow().draft()
                .text(CarField.SALES_PRICE));
    }

    @Test
    void lateRequestReportKeepsNewerState() {
        begin();
        typeACar();
        gate = new CountDownLatch(1);
        dispatch.send();
        window.until("the leaving", () -> !attempts().isEmpty()
                && attempts().getLast().state() == SubmissionState.SENDING);
        Submission sending = attempts().getLast();
        Submission asked = Submission.of(sending.car(), sending.profile(), sending.address(), sending.sent(),
                sending.payload(), sending.begun());
        desk.cars()
                .onSubmissionChanged(new Submission(sending.id(), asked.car(), asked.profile(),
                        asked.address(),
                        asked.follows(), asked.sent(), asked.payload(), asked.state(), asked.begun(),
                        asked.changed(), asked.tries(), asked.due(), asked.outcome(), asked.decision()));
        assertEquals(SubmissionState.SENDING, attempts().getLast().state());
        gate.countDown();
        window.until("the answer", () -> standing() == ListingStatus.SENT);
    }

    @Test
    void rejectionReadFromJournalIsShown() {
        String refusal = """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}""";
        answers.put("/api/cars", answer(422, refusal));
        begin();
        typeACar();
        gate = new CountDownLatch(1);
        dispatch.send();
        window.until("the leaving", () -> !attempts().isEmpty()
                && attempts().getLast().state() == SubmissionState.SENDING);
        journal.note(attempts().getLast().ended(clock.instant(),
                SendOutcome.Rejected.of(new SendOutcome.Answer(422, "application/json", refusal))));
        desk.cars().current().mergeFromJournal(journal.car(attempts().getLast().car()).orElseThrow());
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(Problem::field).toList());
        gate.countDown();
        window.until("the answer", () -> standing() == ListingStatus.DRAFT);
    }

    @Test
    void pendingCarIsDraftOnOtherProfile() {
        begin();
        typeACar();
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        desk.choose(Profile.PRACTICE);
        assertEquals(ListingStatus.DRAFT, standing());
        desk.choose(Profile.STAGING);
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void twoQuickPressesSendOnce() {
        begin();
        typeACar();
        gate = new CountDownLatch(1);
        assertEquals(SendWorkflow.Step.SENDING, dispatch.send());
        assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
        window.until("the leaving", () -> !attempts().isEmpty()
                && attempts().getLast().state() == SubmissionState.SENDING);
        assertEquals(SendWorkflow.Step.NOT_AGAIN, dispatch.send());
        gate.countDown();
        window.until("the answer", () -> standing() == ListingStatus.SENT);
        assertEquals(1, posts());
    }

    @Test
    void invalidAddressIsReported() {
        properties.put("forecourt.staging.url", "not an address");
        begin();
        typeACar();
        send();
        assertEquals(new SendOutcome.NotSent(Cause.BAD_ADDRESS), outcome());
    }

    @Test
    void resentCarGetsDealershipOfItsProfile() {
        dealerships(new Dealership("", "dealer-s", ""));
        desk.settingsChanged();
        answers.put("/api/cars", answer(500, "oops"));
        begin();
        typeACar();
        type(CarField.DEALERSHIP_ID, "dealer-s");
        send();
        choose(Profile.PRACTICE);
        assertEquals(PracticeServer.DEALERSHIP_ID, text(CarField.DEALERSHIP_ID));
        choose(Profile.STAGING);
        sendAgain();
        assertTrue(attempts().getLast().payload().contains("\"dealer-s\""), attempts().getLast().payload());
        dispatch.itIsThere();
        choose(Profile.PRACTICE);
        choose(Profile.STAGING);
        desk.correction().begin();
        assertEquals("dealer-s", text(CarField.DEALERSHIP_ID));
    }
}
