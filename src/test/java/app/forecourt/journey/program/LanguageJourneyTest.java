package app.forecourt.journey.program;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.ENGINE_EMISSION;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.REST_BPM;
import static app.forecourt.car.CarField.SALES_PRICE_EX_VAT;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.practice.PracticeServer;
import app.forecourt.stock.EditPosition;
import app.forecourt.testing.Cases;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/**
 * Window in four languages on a small laptop's screen. A choice in the settings applies at once and no text is cut off.
 */
class LanguageJourneyTest extends WindowTest {
    /** Index of the settings section. */
    private static final int APPEARANCE = 5;

    private static final List<Integer> SIZES = List.of(90, 115, 130, 150);
    private static final Map<String, String> SEND = Map.of(
            "en", "Send to PRACTICE", "nl", "Versturen naar OEFENEN", "de", "An ÜBUNG senden", "fr", "Envoyer à ESSAI");

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "theme": "light", "country": "nl", "dealerships":
                 [{"name": "Harbour", "staging": "dealer-s", "production": "dealer-p"}]}""");
        try (Journal journal = openJournal()) {
            UUID car = UUID.randomUUID();
            TypedCars.save(journal, car, faultyCar(), Set.of());
            journal.saveEditPosition(new EditPosition(car, "version", 0));
        }
    }

    /** Returns a car with as many problems as possible. */
    private static CarDraft faultyCar() throws Exception {
        return draft(resource(LanguageJourneyTest.class, "/example-car.json"))
                .with(DEALERSHIP_ID, PracticeServer.DEALERSHIP_ID)
                .with(VIN, "WAVWGBFH3AN0265O9")
                .with(LICENSE_PLATE, "XXXX-1")
                .with(IS_TAX_DEDUCTIBLE, "true")
                .with(REST_BPM, "1200")
                .with(SALES_PRICE_EX_VAT, "")
                .with(TAX_AMOUNT, "")
                .with(TRADE_PRICE, "20000")
                .with(MILEAGE, "900000")
                .with(ENGINE_KW, "1200")
                .with(ENGINE_DISPLACEMENT, "9500")
                .with(ENGINE_EMISSION, "700")
                .with(GEARS, "12")
                .with(NUMBER_OF_DOORS, "8")
                .with(YEAR_OF_CONSTRUCTION, "2019")
                .with(DATE_OF_FIRST_REGISTRATION, "16-09-2012")
                .with(FUEL_TYPE, "electric")
                .with(BODY_TYPE, "cupe")
                .with(BODY_COLOR, "noir")
                .with(CURRENCY, "EURO")
                .with(IMAGES, "http://example.org/1.jpg");
    }

    @Test
    void languageSwitchKeepsStateAndCutsNothingOff() throws Exception {
        until("the car", () -> text("model").equalsIgnoreCase("x6"));
        resizeToSmallLaptop();
        focus("version");
        press(END);
        write(" xyz");
        press(LEFT);
        press(SHIFT, LEFT);
        String version = text("version");
        int caret = input("version").getCaretPosition();

        List<String> cut = new ArrayList<>();
        for (String language : Cases.areAll() ? List.of("nl", "de", "fr", "en") : List.of("de")) {
            openSettings();
            saveLanguage(language);
            assertEquals(SEND.get(language), label("send").split(" {3}")[0]);
            assertEquals("Forecourt — " + label("environmentWord"), title());
            until(
                    "the caret",
                    () -> focusedId().equals("version") && input("version").getCaretPosition() == caret);
            assertEquals(1, input("version").getSelection().getLength(), "what was marked is");
            assertEquals(version, text("version"));
            assertEquals("1594463", text("salesPrice").replaceAll("[^0-9]", ""));

            press(SHORTCUT, ENTER);
            untilVisible("problems");
            // The option labels are read in the background.
            until("the option's name in " + language, () -> isAutoChatsNameShown() == language.equals("en"));
            addCutOff(language, scene(), cut);
            checkTextSizes(language, cut);
            openSettings();
            Scene settings = node("settingsSave").getScene();
            onFxThread(() -> {
                unfold(settings);
                this.<ListView<?>>node("settingsSections").getSelectionModel().select(APPEARANCE);
            });
            Await.untilIdle();
            addCutOff(language + " settings", settings, cut);
            press(ESCAPE);
            untilHidden("settingsSave");
            press(F1);
            untilVisible("keySheet");
            ScrollPane sheet = node("keySheet");
            addCutOff(language + " keys", sheet.getScene(), cut);
            assertTrue(
                    sheet.getContent().getLayoutBounds().getHeight()
                            <= sheet.getViewportBounds().getHeight(),
                    language + " " + sheet.getContent().getLayoutBounds() + " in " + sheet.getViewportBounds());
            press(ESCAPE);
            untilHidden("keySheet");
            selectProfile("staging");
            press(SHORTCUT, ENTER);
            untilVisible("outcome");
            addCutOff(language + " staging", scene(), cut);
            selectProfile("practice");
            focus("version");
            onFxThread(() -> {
                input("version").selectRange(caret + 1, caret);
            });
        }
        assertEquals("", String.join("\n", cut), "cut off");
        // Changes the language in the file, which the next start reads.
        shutDown();
        Files.writeString(
                home.resolve("preferences.json"),
                Files.readString(home.resolve("preferences.json"))
                        .replaceFirst("\"language\" : \"..\"", "\"language\" : \"nl\""));
        launch();
        assertEquals("Forecourt — OEFENEN", title());
    }

    @ProofTest
    void largeGermanTextFitsSmallestWindow() throws Exception {
        shutDown();
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "theme": "light", "language": "de", "textSize": "130"}""");
        launch();
        untilHidden("reading");
        press(SHORTCUT, N);
        Stage window = (Stage) scene().getWindow();
        onFxThread(() -> {
            window.setWidth(window.getMinWidth());
            window.setHeight(window.getMinHeight());
        });
        until(
                "the smallest window",
                () -> scene().getWidth() == window.getMinWidth() && scene().getHeight() == window.getMinHeight());
        assertEmpty(truncatedTexts(scene()));
        Node wheel = node("settings");
        until("the wheel", () -> wheel.localToScene(wheel.getLayoutBounds()).getMaxX() <= scene().getWidth());
    }

    /** Returns whether an option has AutoChat's name. In another language the list has its own name in place of it. */
    private boolean isAutoChatsNameShown() {
        return robot.from(robot.lookup("#options")).lookup(".option-name").<Text>queryAll().stream()
                .anyMatch(text -> text.isVisible() && text.getText().equals("Side airbag"));
    }

    /**
     * Checks all text sizes. Sets the style directly as the theme does, because the settings would take half a minute.
     */
    private void checkTextSizes(String language, List<String> cut) {
        for (int percent : SIZES) {
            setTextSize(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", 14 * percent / 100.0));
            addCutOff(language + " " + percent + " %", scene(), cut);
        }
        setTextSize("");
    }

    private void setTextSize(String style) {
        onFxThread(() -> scene().getRoot().setStyle(style));
        Await.untilIdle();
    }

    private void openSettings() throws Exception {
        openSettings("language");
    }

    private void selectProfile(String key) throws Exception {
        push("profile-" + key);
        until("the profile", () -> scene().getRoot().lookup(".profile-" + key) != null);
    }

    private void saveLanguage(String language) throws Exception {
        onFxThread(() -> {
            this.<ComboBox<String>>node("language").setValue(language);
            node("settingsSave").requestFocus();
        });
        press(SPACE);
        untilHidden("language");
    }

    private TextInputControl input(String id) {
        return node(id, TextInputControl.class);
    }

    private static void addCutOff(String where, Scene scene, List<String> cut) {
        truncatedTexts(scene).forEach(text -> cut.add(where + " · " + text));
    }
}
