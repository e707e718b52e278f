package app.forecourt.ui.options;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.ui.InputEvents.keyPressed;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.journey.OptionLines;
import app.forecourt.model.AppModel;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.options.OptionListsModelTest;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.stock.Template;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Content and feedback of the options pane, without a window. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class OptionsPaneTest extends AppModelFixture {
    private static final CarOption ABS = new CarOption("abs", "ABS");
    private static final CarOption TOW_BAR = new CarOption("tow_bar", "Tow bar");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static final CarOption ESP = new CarOption("esp", "ESP");
    private static final CarOption ISOFIX = new CarOption("isofix", "Isofix");

    private final SimpleBooleanProperty locked = new SimpleBooleanProperty(false);

    private OptionsPane pane(AppModel on) {
        return pane(on, new Messages(Locale.UK, clock));
    }

    private OptionsPane pane(AppModel on, Messages messages) {
        var pane = new OptionsPane(on, messages, new Dialogs(() -> null, messages, _ -> false), locked, () -> {});
        pane.addList();
        return pane;
    }

    /** Returns a model that runs all tasks immediately, in their order. */
    private AppModel synchronousModel() {
        TaskRunner atOnce = new TaskRunner(Runnable::run, Runnable::run);
        return new AppModel(
                clients,
                journal,
                form(),
                webSpace.uploads(journal, home.path(), files -> files, atOnce),
                SubmissionClaims.NOT_SHARED,
                atOnce,
                clock);
    }

    private static void setKnownOptions(AppModel on, Map<String, String> elsewhere, CarOption... list) {
        on.form().knownOptions().set(Optional.of(new KnownOptions(List.of(list), elsewhere, true)));
    }

    private static ListView<?> list(OptionsPane pane) {
        return (ListView<?>) pane.lookup("#options");
    }

    private static String feedback(OptionsPane pane) {
        return ((Label) pane.lookup("#optionSaid")).getText();
    }

    private static void search(OptionsPane pane, String typed) {
        ((TextField) pane.lookup("#optionSearch")).setText(typed);
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(keyPressed(code));
    }

    /** An option missing in the list disappears when it is removed from the car. */
    @Test
    void removalOfMissingOptionIsReported() {
        Await.onFxThread(() -> {
            OptionsPane pane = pane(synchronousModel());
            setKnownOptions(appModel, Map.of(), ABS, TOW_BAR);
            form().options().add("tow_bar_of_old");
            search(pane, "tow");
            assertEquals("tow_bar_of_old", OptionLines.highlighted(list(pane)));
            press(list(pane), SPACE);
            assertEmpty(form().options());
            assertEquals("Tow bar of old: no longer chosen", feedback(pane));

            setKnownOptions(appModel, Map.of(), ABS);
            form().options().add("tow_bar_of_old");
            search(pane, "");
            list(pane).getSelectionModel().selectLast();
            assertEquals("tow_bar_of_old", OptionLines.highlighted(list(pane)));
            press(list(pane), SPACE);
            assertEquals("Tow bar of old: no longer chosen", feedback(pane));
        });
    }

    /** While the list is reloaded, the old one stays, even if a search finds nothing in it. */
    @Test
    void searchWithoutHitShowsNoProgress() {
        Await.onFxThread(() -> {
            startModel();
            selectProfile(STAGING);
            OptionsPane pane = pane(appModel);
            window.until("the options", () -> !list(pane).getItems().isEmpty());
            Node state = pane.lookup(".option-state");
            assertFalse(state.isVisible());
            appModel.profileModel().loadOptions();
            assertInstanceOf(
                    ConnectionState.Connecting.class,
                    appModel.profileModel().connection().get());
            search(pane, "zzz");
            assertEmpty(list(pane).getItems());
            assertFalse(state.isVisible());
            awaitConnected();
        });
    }

    @Test
    void optionHasSameNameEverywhere() {
        Await.onFxThread(() -> {
            Messages messages = new Messages(Locale.of("nl", "NL"), clock);
            OptionsPane pane = pane(synchronousModel(), messages);
            CarOption seats = new CarOption("seat_heating", "Seat heating");
            setKnownOptions(appModel, Map.of(), seats);
            form().options().add("heated_seats");
            form().showAllProblems();
            assertEquals(
                    "Stoelverwarming (Seat heating)",
                    pane.lookup("#options-notes").lookupAll(".hyperlink").stream()
                            .map(Labeled.class::cast)
                            .map(Labeled::getText)
                            .findFirst()
                            .orElse(""));

            PasteRowCell cell = new PasteRowCell(new ListView<>(), messages, Set.of(), Set.of(), _ -> {}, _ -> {});
            cell.updateItem(
                    new PasteRow.Found(PasteRow.Start.GROUP, "heated seats", seats, Optional.of(MatchQuality.EXACT)),
                    false);
            assertEquals("Stoelverwarming", ((CheckBox) cell.getGraphic().lookup(".check-box")).getText());
        });
    }

    /** The names of another profile change only the names of missing options. The list itself stays the same. */
    @Test
    void namesOfOtherProfileKeepTheList() {
        Await.onFxThread(() -> {
            OptionsPane pane = pane(synchronousModel());
            setKnownOptions(appModel, Map.of(), ABS, TOW_BAR);
            list(pane).getSelectionModel().selectLast();
            press(list(pane), SPACE);
            assertEquals("Tow bar: chosen", feedback(pane));
            setKnownOptions(appModel, Map.of("sun_roof", "Sunroof"), ABS, TOW_BAR);
            assertEquals("tow_bar", OptionLines.highlighted(list(pane)));
            assertEquals("Tow bar: chosen", feedback(pane));
        });
    }

    @Test
    void missingOptionHasNameFromOtherProfile() {
        Await.onFxThread(() -> {
            startModel();
            selectProfile(STAGING);
            OptionsPane pane = pane(appModel);
            window.until("the options", () -> !list(pane).getItems().isEmpty());
            form().options().add("tow_bar_of_old");
            search(pane, "tow");
            assertEquals(
                    "Tow bar of old", OptionLines.options(list(pane)).getFirst().prettyName());
            appModel.options()
                    .names()
                    .addAll(PRODUCTION, List.of(new CarOption("tow_bar_of_old", "Tow bar, removable")));
            assertEquals(
                    "Tow bar, removable",
                    OptionLines.options(list(pane)).getFirst().prettyName());
        });
    }

    @Test
    void optionsOfPreviousCarAreNotFirst() {
        Await.onFxThread(() -> {
            AppModel on = synchronousModel();
            OptionsPane pane = pane(on);
            setKnownOptions(on, Map.of(), ABS, ESP, ISOFIX);
            on.cars().newCarFromTemplate(templateWith(ESP));
            assertEquals(List.of(ESP, ABS, ISOFIX), OptionLines.options(list(pane)));
            locked.set(true);
            assertEquals(List.of(ESP), OptionLines.options(list(pane)));
            // The car changes before its status.
            on.cars().newCarFromTemplate(templateWith(ISOFIX));
            locked.set(false);
            assertEquals(List.of(ISOFIX, ABS, ESP), OptionLines.options(list(pane)));
            locked.set(true);
            on.cars().newCar();
            locked.set(false);
            assertEquals(List.of(ABS, ESP, ISOFIX), OptionLines.options(list(pane)));
        });
    }

    private static Template templateWith(CarOption option) {
        return new Template(
                UUID.randomUUID(),
                option.prettyName(),
                CarDraft.EMPTY.with(CarField.BRAND, "opel").withOptions(List.of(option.name())));
    }

    @Test
    void lockedCarWithoutOptionsSaysSo() {
        Await.onFxThread(() -> {
            OptionsPane pane = pane(synchronousModel());
            setKnownOptions(appModel, Map.of(), ABS, TOW_BAR);
            Node none = Objects.requireNonNull(list(pane).getPlaceholder());
            assertFalse(none.isVisible());
            locked.set(true);
            assertEmpty(list(pane).getItems());
            assertTrue(none.isVisible());
            assertEquals("No options chosen", ((Label) none).getText());
            locked.set(false);
            assertEquals(2, OptionLines.options(list(pane)).size());
        });
    }

    @Test
    void footerReportsIncompleteList() {
        Await.onFxThread(() -> {
            answers.put("/api/options", response(200, OptionListsModelTest.CUT));
            startModel();
            var foot = new OptionListFooter(
                    appModel, new Messages(Locale.UK, clock), new SimpleBooleanProperty(false), () -> {});
            Label cut = (Label) foot.lookup("#optionsCut");
            assertEquals(
                    "Only part of AutoChat's list could be loaded. Options beyond it are sent unchecked.",
                    cut.getText());
            answers.put("/api/options", response(200, OPTIONS));
            appModel.profileModel().loadOptions();
            awaitConnected();
            assertFalse(cut.isVisible());
        });
    }
}
