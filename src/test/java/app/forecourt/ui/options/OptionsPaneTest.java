package app.forecourt.ui.options;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.options.OptionListsModelTest;
import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.stock.Template;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

/** Content and feedback of the options pane. */
class OptionsPaneTest extends OptionsFixture {
    private static final CarOption ABS = new CarOption("abs", "ABS");
    private static final CarOption TOW_BAR = new CarOption("tow_bar", "Tow bar");
    private static final CarOption ESP = new CarOption("esp", "ESP");
    private static final CarOption ISOFIX = new CarOption("isofix", "Isofix");

    private final OptionsPane showOnly(CarOption... known) {
        OptionsPane pane = showPane(createModel(form()));
        setOptions(List.of(known));
        return pane;
    }

    /** Shows the pane with the options of Staging, as they are loaded. */
    private OptionsPane showLoaded() {
        OptionsPane pane = showPane(appModel);
        onFxThread(() -> {
            startModel();
            selectProfile(STAGING);
            window.until("the options", () -> !list("options").getItems().isEmpty());
        });
        return pane;
    }

    private void addOption(String name) {
        onFxThread(() -> form().options().add(name));
        layOut();
    }

    private void lock(boolean isLocked) {
        onFxThread(() -> locked.set(isLocked));
    }

    /** An option missing in the list disappears when it is removed from the car. */
    @Test
    void removalOfMissingOptionIsReported() {
        OptionsPane pane = showOnly(ABS, TOW_BAR);
        addOption("tow_bar_of_old");
        focusSearch(pane);
        write("tow");
        assertEquals("tow_bar_of_old", highlighted());
        press(DOWN);
        press(SPACE);
        assertEmpty(form().options());
        assertLabel("optionSaid", "Tow bar of old: no longer chosen");

        setOptions(List.of(ABS));
        press(ESCAPE);
        addOption("tow_bar_of_old");
        press(DOWN);
        press(END);
        assertEquals("tow_bar_of_old", highlighted());
        press(SPACE);
        assertLabel("optionSaid", "Tow bar of old: no longer chosen");
    }

    /** While the list is reloaded, the old one stays, even if a search finds nothing in it. */
    @Test
    void searchWithoutHitShowsNoProgress() {
        OptionsPane pane = showLoaded();
        assertFalse(pane.lookup(".option-state").isVisible());
        onFxThread(() -> {
            appModel.profileModel().loadOptions();
            assertInstanceOf(
                    ConnectionState.Connecting.class,
                    appModel.profileModel().connection().get());
            pane.setSearchText("zzz");
            assertEmpty(list("options").getItems());
            assertFalse(pane.lookup(".option-state").isVisible());
            awaitConnected();
        });
    }

    @Test
    void optionHasSameNameEverywhere() {
        messages = new Messages(Locale.of("nl", "NL"), clock);
        CarOption seats = new CarOption("seat_heating", "Seat heating");
        showOnly(seats);
        addOption("heated_seats");
        onFxThread(() -> {
            form().showAllProblems();
            assertEquals(
                    "Stoelverwarming (Seat heating)",
                    ((Labeled) node("options-notes").lookup(".hyperlink")).getText());

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
        focusSearch(showOnly(ABS, TOW_BAR));
        press(DOWN);
        press(END);
        press(SPACE);
        assertLabel("optionSaid", "Tow bar: chosen");
        setOptions(List.of(ABS, TOW_BAR), Map.of("sun_roof", "Sunroof"));
        assertEquals("tow_bar", highlighted());
        assertLabel("optionSaid", "Tow bar: chosen");
    }

    @Test
    void missingOptionHasNameFromOtherProfile() {
        OptionsPane pane = showLoaded();
        addOption("tow_bar_of_old");
        onFxThread(() -> pane.setSearchText("tow"));
        assertEquals("Tow bar of old", listed().getFirst().prettyName());
        onFxThread(() -> appModel.options()
                .names()
                .addAll(PRODUCTION, List.of(new CarOption("tow_bar_of_old", "Tow bar, removable"))));
        assertEquals("Tow bar, removable", listed().getFirst().prettyName());
    }

    @Test
    void optionsOfPreviousCarAreNotFirst() {
        AppModel model = createModel(form());
        showPane(model);
        setOptions(List.of(ABS, ESP, ISOFIX));
        onFxThread(() -> model.cars().newCarFromTemplate(templateWith(ESP)));
        assertEquals(List.of(ESP, ABS, ISOFIX), listed());
        lock(true);
        assertEquals(List.of(ESP), listed());
        // The car changes before its status.
        onFxThread(() -> model.cars().newCarFromTemplate(templateWith(ISOFIX)));
        lock(false);
        assertEquals(List.of(ISOFIX, ABS, ESP), listed());
        lock(true);
        onFxThread(model.cars()::newCar);
        lock(false);
        assertEquals(List.of(ABS, ESP, ISOFIX), listed());
    }

    private static Template templateWith(CarOption option) {
        return new Template(
                UUID.randomUUID(),
                option.prettyName(),
                CarDraft.EMPTY.with(BRAND, "opel").withOptions(List.of(option.name())));
    }

    @Test
    void lockedCarWithoutOptionsSaysSo() {
        showOnly(ABS, TOW_BAR);
        Label none = (Label) list("options").getPlaceholder();
        assertFalse(none.isVisible());
        lock(true);
        assertEmpty(listed());
        assertTrue(none.isVisible());
        assertEquals("No options chosen", none.getText());
        lock(false);
        assertEquals(2, listed().size());
    }

    @Test
    void footerReportsIncompleteList() {
        answers.put("/api/options", response(200, OptionListsModelTest.CUT));
        showLoaded();
        assertLabel(
                "optionsCut", "Only part of AutoChat's list could be loaded. Options beyond it are sent unchecked.");
        answers.put("/api/options", response(200, OPTIONS));
        onFxThread(() -> {
            appModel.profileModel().loadOptions();
            awaitConnected();
        });
        assertHidden("optionsCut");
    }
}
