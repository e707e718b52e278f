package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.settings.Setting.PROXY_PORT;
import static app.forecourt.settings.Setting.THEME;
import static app.forecourt.settings.Setting.TRADE_DISCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.FieldLimits;
import app.forecourt.car.PricingTerms;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import app.forecourt.testing.TestHome;
import app.forecourt.ui.ToolkitTest;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fields of the settings by their types: what they show, check and save. */
class SettingFieldsTest extends ToolkitTest {
    private static final Setting ADDRESS = PRODUCTION_ADDRESS;

    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences;
    private SettingFields form;

    @BeforeEach
    void openForm() {
        preferences = home.preferences();
        form = new SettingFields(
                preferences,
                new TaskRunner(Runnable::run, Runnable::run),
                new WindowDialogs(Stage::new, new Messages(Locale.UK, Clock.systemUTC()), _ -> false));
    }

    static String note(SettingField field) {
        return ((Label) field.lookup("#" + field.control().getId() + "-note")).getText();
    }

    private static String texts(SettingField field) {
        return String.join(
                " | ",
                field.lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static boolean isMarked(SettingField field) {
        return field.control().getPseudoClassStates().contains(Styles.STATE_DANGER);
    }

    private SettingField port() {
        return form.text(PROXY_PORT, text -> ProxyAddress.port(text).isPresent());
    }

    private SettingField discount() {
        return form.number(
                TRADE_DISCOUNT, text -> PricingTerms.parseDiscount(text).isPresent());
    }

    @Test
    void valueDifferingFromStoredOneIsEdit() throws Exception {
        preferences.put(ADDRESS, "https://a.example");
        preferences.put(THEME, "violet");
        Await.onFxThread(() -> {
            form.text(ADDRESS);
            form.text(CLIENT_SECRET);
            form.choice(THEME, List.of("system", "light", "dark"));
            assertFalse(form.isEdited(), "an unknown value that the dialog replaces is no edit");
            form.input(ADDRESS).setText("https://b.example");
            assertTrue(form.isEdited());
            preferences.put(ADDRESS, "https://b.example");
            assertFalse(form.isEdited(), "the new value is stored");
            form.input(CLIENT_SECRET).setText("s3cret");
            assertTrue(form.isEdited());
            form.input(CLIENT_SECRET).clear();
            assertFalse(form.isEdited());
        });
    }

    @Test
    void defaultOfTextIsPromptOnly() throws Exception {
        preferences.put(ADDRESS, "https://a.example");
        Await.onFxThread(() -> {
            form.text(ADDRESS);
            assertEquals("https://a.example", form.input(ADDRESS).getText());
            form.input(ADDRESS).setText(" ");
            assertEquals(ADDRESS.defaultValue(), form.value(ADDRESS));
            assertEquals(ADDRESS.defaultValue(), form.input(ADDRESS).getPromptText());
            form.save();
            form.text(ADDRESS);
            assertEquals("", form.input(ADDRESS).getText());
        });
    }

    @Test
    void defaultOfNumberIsTextAndBlankIsZero() throws Exception {
        preferences.put(TRADE_DISCOUNT, "half");
        Await.onFxThread(() -> {
            discount();
            assertEquals("10", form.input(TRADE_DISCOUNT).getText());
            form.input(TRADE_DISCOUNT).setText(" ");
            form.save();
        });
        assertEquals("0", preferences.get(TRADE_DISCOUNT));
    }

    @Test
    void unknownChoiceIsDefault() throws Exception {
        Await.onFxThread(() -> {
            for (String stored : List.of("sepia", " Dark ")) {
                preferences.put(THEME, stored);
                ComboBox<?> theme = (ComboBox<?>)
                        form.choice(THEME, List.of("system", "dark")).control();
                assertEquals(stored.equals("sepia") ? "system" : "dark", theme.getValue());
            }
        });
    }

    @Test
    void textsFollowFromKey() throws Exception {
        Await.onFxThread(() -> {
            assertEquals(
                    "Trade discount, % | How much less than the sales price another dealer pays."
                            + " With 0 no trade price is offered.",
                    texts(discount()));
            assertEquals("Port", texts(port()), "no hint");
        });
    }

    @Test
    void noteIsShownWhileValueIsWrong() throws Exception {
        Await.onFxThread(() -> {
            SettingField port = port();
            form.input(PROXY_PORT).setText("65536");
            assertEquals("Must be a number from 1 to 65535", note(port));
            assertEquals(note(port), port.control().getAccessibleHelp());
            assertTrue(isMarked(port) && port.isInvalid());
            form.input(PROXY_PORT).setText("65535");
            assertEquals("", note(port));
            assertFalse(isMarked(port) || port.isInvalid());
        });
    }

    @Test
    void hiddenFieldIsNeitherCheckedNorSaved() throws Exception {
        preferences.put(PROXY_PORT, "80");
        Await.onFxThread(() -> {
            var shown = new SimpleObjectProperty<>(true);
            SettingField port = port().showWhile(shown);
            form.input(PROXY_PORT).setText("none");
            assertTrue(port.isInvalid());
            shown.set(false);
            assertFalse(port.isInvalid() || port.isManaged());
            form.save();
        });
        assertEquals("80", preferences.get(PROXY_PORT));
    }

    @Test
    void fixedSettingIsReadOnly() throws Exception {
        home.properties.put("forecourt.production.url", "https://fixed.example");
        Await.onFxThread(() -> {
            SettingField field = form.text(ADDRESS);
            assertTrue(field.isReadOnly());
            assertEquals("Address of Production | Set by forecourt.production.url", texts(field));
            home.properties.put("forecourt.production.url", "https://later.example");
            assertEquals("https://later.example", form.value(ADDRESS));
            form.save();
        });
        assertEquals(ADDRESS.defaultValue(), preferences.stored(ADDRESS));
    }

    @Test
    void longPasteIsRejectedWithNote() throws Exception {
        Await.onFxThread(() -> {
            SettingField field = form.text(ADDRESS);
            form.input(ADDRESS).setText("typed");
            form.input(ADDRESS).replaceText(0, 5, "x".repeat(FieldLimits.MAX_INPUT_SINGLE_LINE + 1));
            assertEquals("typed", form.input(ADDRESS).getText());
            assertTrue(isMarked(field));
            assertEquals("Not pasted: 2,001 characters, at most 2,000 fit here", note(field));
            assertFalse(field.isInvalid(), "the old text can be saved");
            form.input(ADDRESS).appendText("!");
            assertEquals("", note(field), "until the next change");
        });
    }

    @Test
    void pastedSecretIsCleanedAndNeverSaved() throws Exception {
        Await.onFxThread(() -> {
            form.credential(CLIENT_SECRET);
            form.input(CLIENT_SECRET).appendText(" s3c\n r3t ");
            assertEquals("s3cr3t", form.value(CLIENT_SECRET));
            form.save();
        });
        assertEquals("", preferences.stored(CLIENT_SECRET));
    }
}
