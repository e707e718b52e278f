package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.history.CarHistory;
import app.forecourt.history.HistoryStep;
import app.forecourt.history.StoredHistory;
import app.forecourt.history.StoredStep;
import app.forecourt.history.StoredStep.Event;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.dialog.FieldComparisonTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The history of a car, by keyboard. */
class CarHistoryPaneTest extends PaneTest {
    private static final Instant DAY = Instant.parse("2026-10-12T10:00:00Z");
    private static final CarDraft DRAFT =
            new CarDraft(Map.of(BRAND, "Opel", SALES_PRICE, "17990", IMAGES, "https://a/1"), List.of("abs"));

    private static final CarDraft CHANGED = DRAFT.with(SALES_PRICE, "17490")
            .with(IMAGES, "https://a/1\nhttps://a/2")
            .withOptions(List.of("abs", "tow_bar"));
    /** The line of a photo that has no address yet. */
    private static final String FILE = PhotoPlaceholder.of(new UUID(0, 7));

    private List<Submission> submissions = List.of();
    private Optional<Profile> sentTo = Optional.empty();

    private void showHistory(CarDraft now, StoredStep... steps) {
        var stored = new StoredHistory(List.of(steps), submissions, now, DAY.plus(Duration.ofDays(2)));
        show(1_000, 700, () -> {
            var pane = new CarHistoryPane(
                    CarHistory.of(stored, CarDraft::equals, draft -> draft), historyMessages(), sentTo);
            return new HBox(pane);
        });
        focus("historyList");
    }

    private CarHistoryMessages historyMessages() {
        return new CarHistoryMessages(
                new SubmissionHistoryMessages(messages, appModel.profileModel().displayNames(), submissions),
                form().validator(),
                line -> line.equals(FILE) ? Optional.of("front.jpg") : Optional.empty(),
                appModel.profile().get());
    }

    private static StoredStep typed(CarDraft draft, String... desk) {
        return new StoredStep(
                Event.TYPED,
                DAY,
                Optional.empty(),
                Optional.of(draft),
                Optional.empty(),
                Stream.of(desk).findFirst());
    }

    private static StoredStep step(Event event, int minutes, String... desk) {
        return new StoredStep(
                event,
                DAY.plus(Duration.ofMinutes(minutes)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.of(desk).findFirst());
    }

    /** Returns the label of a step that begins with a text. */
    private Label detail(String beginning) {
        return onFxThread(() -> list().lookupAll(".stock-detail").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    private HistoryStep newest() {
        return onFxThread(() -> list().getItems().getFirst());
    }

    @SuppressWarnings("unchecked")
    private ListView<HistoryStep> list() {
        return node("historyList", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> changes() {
        return onFxThread(() -> ((ListView<FieldComparisonTable.Row>) node("historyChanges", ListView.class))
                .getItems().stream()
                        .map(row -> row.name() + ": " + row.first() + " → " + row.second())
                        .toList());
    }

    @Test
    void newestStepWithChangesIsSelectedFirst() {
        showHistory(CHANGED, typed(DRAFT), step(Event.SOLD, 0));
        assertEquals(
                List.of("Sales price: 17,990.00 → 17,490.00", "Photo addresses:  → https://a/2", "Options:  → Tow bar"),
                changes());
        press(DOWN);
        assertStartsWith("Marked as sold", label("historyStep"));
        assertEmpty(changes());
    }

    @Test
    void stepWithoutChangeIsPassedOver() {
        showHistory(DRAFT, typed(DRAFT), step(Event.SOLD, 0));
        assertEquals(HistoryStep.Kind.SOLD, newest().kind());
        assertStartsWith("Typed", label("historyStep"));
    }

    @Test
    void priceStepIsNotCut() {
        showHistory(CHANGED, typed(DRAFT.with(SALES_PRICE, "129990")));
        String price = "129,990.00 → 17,490.00";
        assertStartsWith(price + " · Photo addresses", historyMessages().summary(newest()));
        onFxThread(() -> list().setMaxWidth(list().getMinWidth()));
        layOut();
        Label summary = detail(price);
        Text whole = new Text(price + "…");
        assertTrue(onFxThread(() -> {
            whole.setFont(summary.getFont());
            return whole.getLayoutBounds().getWidth() <= summary.getWidth();
        }));
    }

    @Test
    void stepOfAnotherDeskNamesTheDesk() {
        CarDraft cheaper = DRAFT.with(SALES_PRICE, "16990");
        showHistory(cheaper, typed(DRAFT), typed(cheaper, "Anna, desk 2"));
        assertEndsWith(" · Anna, desk 2", label("historyStep"));
        press(DOWN);
        assertLacks("Anna", label("historyStep"));
    }

    @Test
    void stepsOfSeveralDesksAreInTheOrderOfTheirTimes() {
        // The step of Anna has got here last.
        showHistory(
                DRAFT, typed(DRAFT), step(Event.SOLD, 3), step(Event.REOPENED, 3), step(Event.WITHDRAWN, 2, "Anna"));
        assertEquals(
                List.of(
                        HistoryStep.Kind.REOPENED,
                        HistoryStep.Kind.SOLD,
                        HistoryStep.Kind.WITHDRAWN,
                        HistoryStep.Kind.TYPED),
                onFxThread(
                        () -> list().getItems().stream().map(HistoryStep::kind).toList()));
    }

    @Test
    void numberOfOtherFieldsIsNeverCut() {
        CarDraft more = DRAFT.with(MODEL, "Corsa")
                .with(VERSION, "1.2")
                .with(VIN, "W0L")
                .with(MILEAGE, "1")
                .with(DESCRIPTION, "Tidy")
                .with(INTERNAL_ID, "7");
        showHistory(more, typed(DRAFT));
        assertEquals(4, historyMessages().summary(newest()).split(" · ").length);
        Label number = detail(" · 2 more");
        onFxThread(() -> {
            list().setPrefWidth(120);
            list().setMaxWidth(120);
        });
        layOut();
        assertEquals(onFxThread(() -> number.prefWidth(-1)), onFxThread(number::getWidth), 1);
    }

    @Test
    void photosWithoutAddressHaveTheNameOfTheirFile() {
        String other = PhotoPlaceholder.of(new UUID(0, 8));
        showHistory(DRAFT.with(IMAGES, other), typed(DRAFT.with(IMAGES, FILE)));
        assertEquals(List.of("Photo addresses: front.jpg → A photo of another computer"), changes());
    }

    @Test
    void tickNamesEnvironmentAndNumber() {
        Submission sent = accepted(PRODUCTION, "4711");
        submissions = List.of(sent);
        showHistory(
                DRAFT,
                tick(Event.TAKEN_OFF, sent.id()),
                tick(Event.STILL_THERE, sent.id()),
                tick(Event.TAKEN_OFF, new UUID(0, 2)));
        List<HistoryStep> steps = onFxThread(() -> List.copyOf(list().getItems()));
        assertEquals(
                List.of("Taken off", "Still at PRODUCTION", "Taken off PRODUCTION", "Sent to PRODUCTION"),
                steps.stream().map(historyMessages()::title).toList());
        assertEquals(
                List.of("", "Tick removed · no. 4711", "no. 4711"),
                steps.subList(0, 3).stream().map(historyMessages()::summary).toList());
        focus("historyList");
        press(UP);
        assertStartsWith("Taken off PRODUCTION · ", label("historyStep"));
    }

    private static StoredStep tick(Event event, UUID submission) {
        return new StoredStep(
                event, DAY, Optional.of(DAY), Optional.empty(), Optional.of(submission), Optional.empty());
    }

    @Test
    void enterShowsTheWholeCarAsItWasThen() {
        showHistory(CHANGED, typed(DRAFT));
        press(DOWN);
        press(ENTER);
        assertContains("Sales price: 17,990.00", text("historyText"));
        assertContains("Opel", text("historyText"));
        assertFalse(onFxThread(() -> node("historyText", TextArea.class).isEditable()));
        press(UP);
        assertContains("Sales price: 17,490.00", text("historyText"));
    }

    private Submission accepted(Profile profile, String body) {
        return Submission.of(UUID.randomUUID(), profile, "https://autochat.example", DRAFT, "{}", DAY)
                .asSending(DAY)
                .withOutcome(
                        DAY,
                        new SendOutcome.Accepted(
                                new Answer(201, "application/json", body), Optional.of(body.replaceAll("\\D", ""))));
    }

    @Test
    void answerIsFoldedBelowTheSubmissionOfTheProfile() {
        submissions = List.of(accepted(STAGING, "{\"id\": 7}"), accepted(PRODUCTION, "{\"id\": 8}"));
        sentTo = Optional.of(STAGING);
        showHistory(DRAFT.with(SALES_PRICE, "16990"));
        assertContains("Its number there is 7", text("sendingText"));
        assertLacks("{", text("sendingText"));
        assertHidden("answerBody");
        push("sendingAnswer");
        untilVisible("answerBody");
        assertText("answerBody", "Status 201, application/json\n{\"id\": 7}");
        TextArea answer = node("answerBody", TextArea.class);
        until("room", () -> answer.getHeight() > 2 * answer.minHeight(-1));
        focus("historyList");
        press(UP);
        press(UP);
        assertHidden("sendingText", "what was typed since is no submission");
    }

    @Test
    void newestSubmissionIsSelectedIfTheProfileHasNone() {
        submissions = List.of(accepted(STAGING, "{\"id\": 7}"));
        sentTo = Optional.of(PRODUCTION);
        showHistory(DRAFT.with(SALES_PRICE, "16990"));
        assertContains("Its number there is 7", text("sendingText"));
    }
}
