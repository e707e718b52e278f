package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.AccessibilityCheck;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.testing.Cases;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Accessible names and target sizes of all controls of the window and its dialogs. */
class AccessibleNameJourneyTest extends WindowTest {
    private final Map<String, String> faults = new LinkedHashMap<>();
    private int controls;

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"),
                """
                        {"profile": "practice", "theme": "dark", "language": "de", "country": "nl", "photoStore": "s3",
                         "photoAddress": "https://s3.dealer.example", "photoUser": "key", "photoBucket": "photos",
                         "photoPublicUrl": "https://www.dealer.example", "dealerships":
                         [{"name": "Harbour", "staging": "dealer-s", "production": "dealer-p"},
                          {"name": "Station", "staging": "other-s", "production": "other-p"}]}""");
    }

    /** Checks all open windows. */
    private void check(String where) {
        onFxThread(() -> Window.getWindows().forEach(window -> {
            Scene scene = window.getScene();
            // What has just become visible has no size before the next frame.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            controls += AccessibilityCheck.count(scene);
            AccessibilityCheck.faults(scene).forEach(fault -> faults.putIfAbsent(fault, where));
        }));
    }

    private void close(String id) throws Exception {
        press(KeyCode.ESCAPE);
        until("the window alone", () -> !isVisible(id));
    }

    private void untilOptions() throws Exception {
        until("the options", () -> !this.<ListView<?>>node("options").getItems().isEmpty());
    }

    /** German has the longest words and English the shortest. The themes differ only in colours. */
    @Test
    void everyControlHasNameAndTargetSize() throws Exception {
        untilOptions();
        check("empty");
        typeFaultyCar();
        checkSettings();
        checkDialogs();
        checkSending();
        if (Cases.areAll()) {
            checkEnglishAndLight();
        }
        assertEquals("", String.join("\n", faults.entrySet().stream()
                .map(fault -> fault.getValue() + ": " + fault.getKey()).toList()));
        assertTrue(controls > Cases.times(700, 1_000), controls + " were looked at");
    }

    /** Types a car with problems in nearly all fields. */
    private void typeFaultyCar() throws Exception {
        focus("vin");
        write("WAVWGBFH3AN0265O9");
        focus("brand");
        write("volkswagn");
        focus("model");
        write("golf");
        focus("bodyType");
        write("cupe");
        focus("engineKw");
        write("1200");
        focus("isTaxDeductible");
        press(KeyCode.SPACE);
        focus("salesPrice");
        write("15944,63");
        focus("images");
        write("https://photos.example/front.jpg");
        press(KeyCode.ENTER);
        write("http://photos.example/back.jpg");
        press(KeyCode.ENTER);
        focus("optionSearch");
        write("heat");
        press(KeyCode.ENTER);
        check("a car");
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.DELETE);
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("what is wrong", () -> isVisible("problems"));
        check("problems");
        focus("fuelType");
        press(KeyCode.DOWN);
        until("what opens over the window", this::isPopupShowing);
        check("known words");
        press(KeyCode.ESCAPE);
    }

    private void checkSettings() throws Exception {
        press(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("settingsSave"));
        ListView<?> sections = node("settingsSections");
        for (int section = 0; section < sections.getItems().size(); section++) {
            int at = section;
            onFxThread(() -> {
                sections.getSelectionModel().select(at);
                sections.getScene().getRoot().lookupAll(".disclosure-head")
                        .forEach(head -> ((ToggleButton) head).setSelected(true));
            });
            Await.untilIdle();
            check("settings " + section);
        }
        close("settingsSave");
    }

    private void checkDialogs() throws Exception {
        press(KeyCode.F1);
        until("the keys", () -> isVisible("keySheet"));
        check("keys");
        close("keySheet");
        saveAsTemplate(() -> check("template's name"));
        press(KeyCode.SHORTCUT, KeyCode.T);
        until("the templates", () -> isVisible("templateSearch"));
        check("templates");
        close("templateSearch");
        press(KeyCode.SHORTCUT, KeyCode.B);
        until("the builder", () -> isVisible("builtText"));
        check("builder");
        press(KeyCode.INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(KeyCode.SHORTCUT, KeyCode.SPACE);
        until("what opens over the window", this::isPopupShowing);
        check("builder's block");
        press(KeyCode.ESCAPE);
        close("builtText");
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        until("the preview", () -> isVisible("advertTitle"));
        check("preview");
        close("advertTitle");
        copyToClipboard("ABS\nAirco\nStoelverwarming\nparking sensors\nOddity\n");
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        until("the list", () -> isVisible("pasteFound")
                && !this.<ListView<?>>node("pasteFound").getItems().isEmpty());
        check("pasted list");
        press(KeyCode.END);
        press(KeyCode.ENTER);
        until("the search", () -> isVisible("pasteSearch"));
        check("search of a text left over");
        press(KeyCode.ESCAPE);
        close("pasteFound");
        press(KeyCode.F10);
        until("what opens over the window", this::isPopupShowing);
        check("menu");
        press(KeyCode.ESCAPE);
    }

    private void checkSending() throws Exception {
        press(KeyCode.SHORTCUT, KeyCode.N);
        focus("stock");
        press(KeyCode.DOWN);
        press(KeyCode.DELETE);
        until("the way back", () -> isVisible("undo"));
        check("a draft deleted");
        press(KeyCode.SHORTCUT, KeyCode.N);
        focus("licensePlate");
        write("xf100f");
        focus("brand");
        write("volkswagen");
        focus("model");
        write("golf");
        focus("salesPrice");
        write("12500");
        for (int press = 0; press < 2 && !isVisible("outcomeTitle"); press++) {
            press(KeyCode.SHORTCUT, KeyCode.ENTER);
            until("an answer, or what is worth a look",
                    () -> isVisible("problems") || isVisible("outcomeTitle"));
        }
        until("the answer", () -> isVisible("outcomeTitle"));
        check("sent");
        focus("showAnswer");
        press(KeyCode.SPACE);
        until("the answer", () -> isVisible("answerBody"));
        check("answer");
        close("answerBody");
        press(KeyCode.SHORTCUT, KeyCode.J);
        until("the sendings", () -> isVisible("sendingList"));
        check("sendings");
        close("sendingList");
        focus("profile-staging");
        press(KeyCode.SPACE);
        until("staging", () -> scene().getRoot().lookup(".profile-staging") != null);
        press(KeyCode.SHORTCUT, KeyCode.N);
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("why not", () -> isVisible("outcome"));
        check("staging");
    }

    private void checkEnglishAndLight() throws Exception {
        press(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("language"));
        onFxThread(() -> {
            this.<ComboBox<String>>node("language").setValue("en");
            this.<ComboBox<String>>node("theme").setValue("light");
        });
        press(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the settings to go", () -> !isVisible("language"));
        focus("profile-practice");
        press(KeyCode.SPACE);
        untilReady();
        typeFaultyCar();
        checkSettings();
    }
}
