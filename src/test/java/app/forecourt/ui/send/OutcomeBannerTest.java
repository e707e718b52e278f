package app.forecourt.ui.send;

import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.CountingServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes of sending: their sentences, their buttons and the focus, with the summary and the send bar. */
class OutcomeBannerTest extends PaneTest {
    /** Pixels of the folded problems. */
    private static final double LINE = 56;

    private static final Pattern TRIES = Pattern.compile("after (\\d+) tries");

    private final List<WindowShortcut> shortcuts = new ArrayList<>();
    private final List<Profile> dashboards = new ArrayList<>();
    private int pauses;
    private int arrivals;
    private int changes;
    private int takeOffs;
    private @Nullable SendController controller;
    private @Nullable OptionsPane options;

    private final class Actions implements OutcomeButtons.Actions {
        @Override
        public void run(WindowShortcut shortcut) {
            shortcuts.add(shortcut);
            if (shortcut == WindowShortcut.NEW_CAR) {
                newCar();
                focus("licensePlate");
            } else if (shortcut == WindowShortcut.SEND) {
                sendCar();
            } else if (shortcut == WindowShortcut.PUBLISH) {
                appModel.publishWorkflow().publish(OutcomeBannerTest.this::sendCar);
            }
        }

        @Override
        public void openDashboard(Profile profile) {
            dashboards.add(profile);
        }

        @Override
        public void sendAgain() {
            Objects.requireNonNull(controller).sendAgain();
        }

        @Override
        public void startCorrection() {
            correct();
            // As in the program, so that the focus leaves the banner.
            focus("salesPrice");
        }

        @Override
        public void leaveAsSent() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void showTakeOff() {
            takeOffs++;
        }
    }

    /** Shows the panes and runs the steps of a test on the FX thread. */
    private void inPanes(Runnable steps) {
        // Wide enough for the hint of the keys.
        show(1_600, 700, this::panes);
        onFxThread(steps);
    }

    private HBox panes() {
        FormPane form = createFormPane(form());
        var outcome = new OutcomeBanner(appModel, messages, () -> arrivals++, () -> changes++, new Actions());
        var problems = new ProblemSummary(appModel, messages, () -> pauses++, form::jumpTo);
        controller = new SendController(appModel, messages, dialogs(), problems, outcome, _ -> {}, () -> {});
        var elsewhere = new TextField();
        elsewhere.setId("elsewhere");
        options = new OptionsPane(appModel, messages, dialogs(), new SimpleBooleanProperty(false), () -> {});
        options.addList();
        return new HBox(
                new VBox(
                        elsewhere,
                        new BannerArea(outcome, problems, form),
                        form,
                        new SendBar(appModel, messages, () -> {}, _ -> sendCar(), _ -> {}, _ -> {})),
                options);
    }

    /** Sends the car as Ctrl Enter does. */
    private void sendCar() {
        Objects.requireNonNull(controller).send();
    }

    private void untilOutcome(String beginning) {
        window.until(
                beginning,
                () -> isVisible("outcomeTitle") && label("outcomeTitle").startsWith(beginning));
    }

    private void untilAccepted(String profile) {
        window.until(
                "accepted by " + profile,
                () -> isVisible("outcomeTitle")
                        && (label("outcomeTitle") + ". " + label("outcomeSentence"))
                                .contains(" is at " + profile + ". "));
    }

    private void sendFrom(Profile profile) {
        startModel();
        selectProfile(profile);
        typeCar();
        sendCar();
    }

    private void sendToStaging() {
        sendFrom(STAGING);
        untilAccepted("STAGING");
    }

    /** Who has just opened a car, or reopened it, knows what is in front of the keys. */
    @Test
    void onlyAnArrivingOutcomePauses() {
        inPanes(() -> {
            sendToStaging();
            assertEquals(1, arrivals);
            UUID sent = carId();
            newCar();
            cars().open(sent);
            untilAccepted("STAGING");
            assertEquals(1, changes, "a doubled Enter presses no button of the banner");
            push("correct");
            untilOutcome("Correction of ");
            setText("salesPrice", "11900");
            assertEquals(1, arrivals);
            sendCar();
            untilAccepted("STAGING");
            assertEquals(2, arrivals);
        });
    }

    @Test
    void unchangedCorrectionAsksInOneBanner() {
        inPanes(() -> {
            sendToStaging();
            assertEquals(1, newPosts());
            push("correct");
            untilOutcome("Correction of ");
            assertEndsWith(" · nothing changed yet", label("outcomeTitle"));
            assertHidden("outcomeChanges");
            assertLabel("leaveAsSent", "Cancel the correction");
            setText("salesPrice", "11900");
            assertLabel("leaveAsSent", "Discard changes");
            setText("salesPrice", "12500");
            assertLabel("leaveAsSent", "Cancel the correction");
            assertStartsWith("Send the correction to STAGING", label("send"));
            sendCar();
            window.until(
                    "the question",
                    () -> isVisible("problems") || label("outcomeChanges").startsWith("Nothing differs"));
            assertHidden("problems", "one banner, not two");
            assertVisible("outcomeChanges");
            assertFocused("leaveAsSent");
            layOut();
            assertNotNull(node("leaveAsSent", Button.class).getBorder(), "the focus is visible");
            assertEquals(0, newPosts());
            sendCar();
            untilAccepted("STAGING");
            assertEquals(1, newPosts());
        });
    }

    @Test
    void acceptedCarIsNamedWithItsNextSteps() {
        inPanes(() -> {
            sendFrom(STAGING);
            assertVisible("advertGaps");
            untilAccepted("STAGING");
            String name = cars().names().name(draft()::text);
            assertEquals(name + " is at STAGING", label("outcomeTitle"));
            assertFocused("nextCar");
            push("dashboard");
            assertEquals(List.of(STAGING), dashboards);
            push("copyNumber");
            assertEquals("u-1", ClipboardText.text());
            assertLabel("copyNumber", "Copied");
            layOut();
            assertHidden("advertGaps");
            assertHidden("keysHint");
            newCar();
            layOut();
            assertVisible("advertGaps");
            assertVisible("keysHint");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nextCar", "copyNumber", "showAnswer"})
    void letterOnBannerOfSentCarBeginsNextCar(String button) {
        inPanes(() -> {
            sendToStaging();
            writeInto(button, " ");
            assertVisible("outcomeTitle", "Space presses the button");
            write("7xk");
            assertText("licensePlate", "7xk");
            assertFocused("licensePlate");
            assertHidden("outcomeTitle");
        });
    }

    /** A press right after the car's arrival. */
    @ParameterizedTest
    @CsvSource({"nextCar, NEW_CAR, true", "publish, PUBLISH, false"})
    void onlyHarmlessButtonCountsDuringPause(String button, WindowShortcut action, boolean counts) {
        AtomicLong nanoTime = new AtomicLong();
        ConfirmationPolicy policy = new ConfirmationPolicy(nanoTime::get);
        inPanes(() -> {
            sendToStaging();
            focus(button);
            ConfirmationFilter filter = new ConfirmationFilter(policy);
            filter.install();
            nanoTime.addAndGet(2 * ConfirmationPolicy.QUIET.toNanos());
            shortcuts.clear();
            policy.pause();
            press(ENTER);
            filter.close();
            assertEquals(counts, shortcuts.contains(action));
        });
    }

    @ProofTest
    void decisionFocusesNoDiscarding() {
        inPanes(() -> {
            sendToStaging();
            push("correct");
            setText("salesPrice", "11900");
            node("outcome", OutcomeBanner.class).requestDecision();
            assertFocused("dashboard");
        });
    }

    /** Returns whether the banner shows a button as a whole. */
    private boolean isInBanner(String id) {
        return onFxThread(() -> inScene(node("outcome")).contains(inScene(node(id))));
    }

    private void setWidthOfBanner(double width) {
        onFxThread(() -> {
            Region area = (Region) node("outcome").getParent();
            area.setMinWidth(width);
            area.setMaxWidth(width);
        });
        until("the width", () -> node("outcome", OutcomeBanner.class).getWidth() == width);
    }

    @ProofTest
    void soldCarSaysSoOnEachProfile() {
        inPanes(() -> {
            sendToStaging();
            UUID car = carId();
            String name = cars().names().name(draft()::text);
            cars().mark(car, SOLD);
            assertEquals(name + " is sold · still at STAGING", label("outcomeTitle"));
            push("takeOff");
            assertEquals(1, takeOffs);
            selectProfile(PRODUCTION);
            assertEquals(name + " is sold", label("outcomeTitle"));
            selectProfile(STAGING);
            node("takeOff").requestFocus();
            cars().actions().setTakenOff(car, submissions().getFirst().id(), true);
            assertEquals(name + " is sold · taken off STAGING", label("outcomeTitle"));
            assertHidden("takeOff");
            assertTrue(node("nextCar").isFocused(), "Enter does not put the car back into the list");
            push("unmark");
            assertStartsWith(name + " is at STAGING", label("outcomeTitle"));
        });
    }

    @ProofTest
    void correctedCarNamesEarlierAdvert() {
        inPanes(() -> {
            sendToStaging();
            assertHidden("takeOff", "there is no earlier advert");
            push("correct");
            setText("salesPrice", "11900");
            assertHidden("takeOff", "the correction is not sent");
            sendCar();
            untilAccepted("STAGING");
            untilOutcome("Correction arrived · earlier advert still online");
            assertContains("is at STAGING", label("outcomeSentence"));
            push("takeOff");
            assertEquals(1, takeOffs);
        });
        onFxThread(() -> {
            cars().actions().setTakenOff(carId(), submissions().getFirst().id(), true);
            assertHidden("takeOff");
            assertEndsWith(" is at STAGING", label("outcomeTitle"));
        });
    }

    @Test
    void practiceHasNoEarlierAdvert() {
        inPanes(() -> {
            sendFrom(PRACTICE);
            untilAccepted("PRACTICE");
            push("correct");
            setText("salesPrice", "11900");
            sendCar();
            window.until("the correction", () -> submissions().size() == 2 && isVisible("nextCar"));
            assertLabel("outcomeTitle", "Correction received in PRACTICE");
            assertHidden("takeOff");
        });
    }

    /** A width as beside the list and the options at a scale of 150 %. */
    @ProofTest
    void narrowBannerOfSoldCarCutsNoWord() {
        messages = new Messages(Locale.of("nl"), clock);
        inPanes(() -> {
            startModel();
            selectProfile(STAGING);
            typeCar();
            type(MODEL, "Grandland Hybrid Plug-in");
            sendCar();
            untilSent();
            cars().mark(carId(), SOLD);
        });
        for (int width : new int[] {1_000, 425, 300}) {
            setWidthOfBanner(width);
            until(
                    "all of it in " + width,
                    () -> isWhole(node("outcomeTitle", Label.class))
                            && isWhole(node("outcomeSentence", Label.class))
                            && Stream.of("outcomeTitle", "outcomeSentence", "takeOff", "unmark")
                                    .allMatch(this::isInBanner));
        }
    }

    /** Returns whether a wrapped text has room for all its lines. */
    private static boolean isWhole(Label label) {
        return label.getHeight() + 1 >= label.prefHeight(label.getWidth());
    }

    /** Waits for a height of the banners, and returns the place of a field in the window. */
    private double placeOfField(String height, Predicate<Double> isHeight) {
        until(height, () -> isHeight.test(((Region) node("outcome").getParent()).getHeight()));
        layOut();
        return onFxThread(() -> inScene(node("version")).getMinY());
    }

    /** Waits for a height of the banners, and for a field at its place in the window. */
    private void awaitPlace(double place, String height, Predicate<Double> isHeight) {
        until(
                height + ", the field at " + place,
                () -> isHeight.test(((Region) node("outcome").getParent()).getHeight())
                        && Math.abs(inScene(node("version")).getMinY() - place) <= 1);
    }

    /** Returns whether a height is that of a folded banner, which may have a border. */
    private static boolean isLine(double height) {
        return height >= LINE && height <= LINE + 1;
    }

    /** A form at its top can't scroll up, so it takes the room of a banner that goes. */
    @ProofTest
    void bannerMovesNoFieldAndLeavesNoRoom() {
        inPanes(() -> {
            startModel();
            typeVan();
        });
        FormPane form = onFxThread(() -> (FormPane) frontScene().getRoot().lookup(".form"));
        focus("version");
        double place = placeOfField("no banner", height -> height == 0);
        onFxThread(this::sendCar);
        awaitPlace(place, "a list", height -> height > LINE + 1);
        until("the first problem", () -> focusedId().startsWith("problem-"));
        onFxThread(() -> {
            focus("version");
            // The list folds before the form scrolls to the field.
            layOut();
        });
        // A late warning unfolds the list once more.
        until("a line", () -> {
            press(END);
            return isLine(((Region) node("outcome").getParent()).getHeight());
        });
        awaitPlace(place, "a line", OutcomeBannerTest::isLine);
        onFxThread(form::scrollToTop);
        double atTop = place + LINE;
        awaitPlace(atTop, "the top", OutcomeBannerTest::isLine);
        onFxThread(this::typeCar);
        untilHidden("problems");
        awaitPlace(place, "no banner", height -> height == 0);
    }

    @ProofTest
    void addedWarningKeepsFocusInSummary() {
        inPanes(() -> {
            startModel();
            typeCar();
            type(TRADE_PRICE, "13000");
            sendCar();
            sendCar();
            untilAccepted("STAGING");
            newCar();
            typeCar();
            type(TRADE_PRICE, "13000");
            sendCar();
            focus("problem-tradePrice");
            int before = pauses;
            window.until("the earlier submission", () -> isVisible("problem-internalId"));
            assertTrue(node("problem-tradePrice", Hyperlink.class).isFocused());
            assertEquals(before + 1, pauses, "what nobody has read is not confirmed");
            sendCar();
            untilAccepted("STAGING");
        });
    }

    /** Waits for at least that many tries, because a slow computer may miss some of them. */
    private void untilTried(int times) {
        window.until(
                "try " + times,
                () -> isVisible("outcomeSentence")
                        && TRIES.matcher(label("outcomeSentence"))
                                .results()
                                .anyMatch(tries -> Integer.parseInt(tries.group(1)) >= times));
    }

    @Test
    void waitingCarIsRetriedOrCancelledByKeyboard() throws Exception {
        try (var staging =
                new CountingServer(_ -> new CountingServer.Reaction(CountingServer.Reset.NEVER, 201, Duration.ZERO))) {
            properties.put("forecourt.staging.url", staging.url(""));
            properties.put("forecourt.token.url", staging.url("/oauth/token"));
            staging.refuse();
            inPanes(() -> {
                sendFrom(STAGING);
                untilOutcome("Waiting to go to STAGING");
                assertFocused("hurry");
                assertTrue(node("send").isDisable());
                press(SPACE);
                untilTried(2);
                assertFocused("hurry");
                focus("elsewhere");
                sendWorkflow.retryNow();
                untilTried(3);
                assertFocused("elsewhere", "a try that nobody asked for takes no focus");
                push("dont");
                untilOutcome("Not sent to STAGING");
                assertFocused("again");
                assertContains("You stopped waiting.", label("outcomeSentence"));

                sendCar();
                untilOutcome("Waiting to go to STAGING");
                accept(staging);
                press(SPACE);
                untilAccepted("STAGING");
            });
            assertEquals(Map.of("SEB-1", 1), staging.posts());
            assertEquals(Set.of("SEB-1"), staging.accepted());
        }
    }

    private static void accept(CountingServer server) {
        try {
            server.accept();
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
    }

    @Test
    void rejectedFieldIsMarkedAndFailureIsNotRetried() {
        answers.put("/api/cars", response(422, """
                {"violations": [{"propertyPath": "model", "message": "This brand has no such model."}]}"""));
        inPanes(() -> {
            sendFrom(STAGING);
            window.until("the problem", () -> isVisible("problem-model"));
            assertLabel("model-note", "AutoChat: This brand has no such model.");
            assertFocused("problem-model");

            answers.put("/api/cars", response(500, "oops"));
            setText("model", "astra");
            sendCar();
            untilOutcome("This car may have arrived at STAGING");
            assertTrue(node("send").isDisable());
            sendCar();
            assertEquals(2, autochat.posts());
            assertEquals("astra", text(MODEL));

            answers.put("/api/cars", response(201, ""));
            push("sendAgain");
            untilAccepted("STAGING");
            assertEquals(3, autochat.posts());
        });
    }

    @Test
    void stoppedSendShowsUnknownOutcome() {
        answers.put(
                "/api/cars",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        inPanes(() -> {
            sendFrom(STAGING);
            untilSending();
            LongWait.until("the posting", () -> autochat.posts() == 1);
            assertVisible("stop");
            appModel.selectProfile(PRODUCTION);
            assertTrue(label("send").startsWith("Send to PRODUCTION"), "there it is not on its way");
            appModel.selectProfile(STAGING);
            assertLabel("send", "Sending to STAGING…");
            push("stop");
            untilOutcome("This car may have arrived at STAGING");
            assertStartsWith("You stopped waiting.", label("outcomeSentence"));
            assertHidden("stop");
            assertEquals(1, autochat.posts());
        });
    }

    @ProofTest
    void missingSetupIsReportedWithKeyForSettings() {
        openModel(Map.of());
        inPanes(() -> {
            startModel();
            selectProfile(STAGING);
            sendCar();
            assertLabel("outcomeTitle", "Not sent to STAGING");
            assertStartsWith("The client id or secret for STAGING is missing", label("outcomeSentence"));
            assertVisible("showProblems", "what else is missing is told too");
            assertFocused("openSettings");
            press(SPACE);
            assertEquals(List.of(WindowShortcut.SETTINGS), shortcuts);
            selectProfile(PRACTICE);
            assertHidden("outcome", "Practice needs no settings");
        });
    }

    @ProofTest
    void publishReplacesOptionsAndKeepsToItsHost() {
        setDealerships(new Dealership("", "dealer-s", "dealer-p"));
        appModel.settingsChanged();
        answers.put("/api/options", response(200, """
                [{"name": "seat_heating", "prettyName": "Seat heating"},
                 {"name": "tow_bar", "prettyName": "Tow bar"}]"""));
        inPanes(() -> {
            startModel();
            typeAdvert();
            type(DEALERSHIP_ID, "dealer-s");
            List.of("seat_heating", "tow_bar").forEach(form()::toggleOption);
            sendCar();
            untilAccepted("STAGING");

            answers.put("/api/options", response(200, """
                    [{"name": "heated_seats", "prettyName": "Heated seats"},
                     {"name": "fixed_tow_bar", "prettyName": "Fixed tow bar"}]"""));
            push("publish");
            window.until("what is not there", () -> isVisible("options-note") && isVisible("problems"));
            assertEquals(PRODUCTION, appModel.profile().get());
            assertEquals("dealer-p", text(DEALERSHIP_ID));
            assertLabel("outcomeTitle", "This car is at STAGING; it was not sent to PRODUCTION");
            assertHidden("publish", "one banner, not two");
            push("showOutcome");
            assertVisible("publish");
            assertFocused("publish");
            assertHidden("problems");
            assertEquals(label("problemsTitle"), label("showProblems"));
            assertEquals(1, autochat.posts());
            Objects.requireNonNull(options).focusSearch();
            press(TAB);
            press(ENTER);
            assertContains("Tow bar", label("options-note"));
            press(ENTER);
            assertHidden("options-note");
            assertLabel("optionCount", "2 chosen");
            pushLater("confirm");
            sendCar();
            untilAccepted("PRODUCTION");
            assertEquals(2, autochat.posts());

            properties.put("forecourt.production.url", "https://staging.autochat.ai");
            newCar();
            typeAdvert();
            sendCar();
            assertVisible("problems", "the warning of the one before");
            sendCar();
            untilOutcome("Not sent to PRODUCTION");
            assertStartsWith(
                    "The address of Production in Settings belongs to the other environment.",
                    label("outcomeSentence"));
            assertEquals(2, autochat.posts());
        });
    }
}
