package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.INSERT;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.T;
import static javafx.scene.input.KeyCode.V;
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
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Accessible names and target sizes of all controls of the window and its dialogs. */
class AccessibleNameJourneyTest extends WindowTest {
    private final Map<String, String> faults = new LinkedHashMap<>();
    private int controls;

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), """
                        {"profile": "practice", "theme": "dark", "language": "de", "country": "nl", "photoStore": "ftps",
                         "photoAddress": "ftp.dealer.example", "photoUser": "key",
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
        press(ESCAPE);
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
            checkEnglish();
        }
        assertEquals(
                "",
                String.join(
                        "\n",
                        faults.entrySet().stream()
                                .map(fault -> fault.getValue() + ": " + fault.getKey())
                                .toList()));
        assertTrue(controls > 700, controls + " were looked at");
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
        push("isTaxDeductible");
        focus("salesPrice");
        write("15944,63");
        focus("images");
        write("https://photos.example/front.jpg");
        press(ENTER);
        write("http://photos.example/back.jpg");
        press(ENTER);
        focus("optionSearch");
        write("heat");
        press(ENTER);
        check("a car");
        press(SHORTCUT, A);
        press(DELETE);
        press(SHORTCUT, ENTER);
        until("what is wrong", () -> isVisible("problems"));
        check("problems");
        focus("fuelType");
        press(DOWN);
        until("what opens over the window", this::isPopupShowing);
        check("known words");
        press(ESCAPE);
    }

    private void checkSettings() throws Exception {
        openSettings("settingsSave");
        ListView<?> sections = node("settingsSections");
        for (int section = 0; section < sections.getItems().size(); section++) {
            int at = section;
            onFxThread(() -> {
                sections.getSelectionModel().select(at);
                sections.getScene()
                        .getRoot()
                        .lookupAll(".disclosure-head")
                        .forEach(head -> ((ToggleButton) head).setSelected(true));
            });
            Await.untilIdle();
            check("settings " + section);
        }
        close("settingsSave");
    }

    private void checkDialogs() throws Exception {
        press(F1);
        until("the keys", () -> isVisible("keySheet"));
        check("keys");
        close("keySheet");
        saveAsTemplate(() -> check("template's name"));
        press(SHORTCUT, T);
        until("the templates", () -> isVisible("templateSearch"));
        check("templates");
        close("templateSearch");
        openBuilder();
        check("builder");
        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(SHORTCUT, SPACE);
        until("what opens over the window", this::isPopupShowing);
        check("builder's block");
        press(ESCAPE);
        close("builtText");
        press(SHORTCUT, SHIFT, P);
        until("the preview", () -> isVisible("advertTitle"));
        check("preview");
        close("advertTitle");
        copyToClipboard("ABS\nAirco\nStoelverwarming\nparking sensors\nOddity\n");
        press(SHORTCUT, SHIFT, V);
        until(
                "the list",
                () -> isVisible("pasteFound")
                        && !this.<ListView<?>>node("pasteFound").getItems().isEmpty());
        check("pasted list");
        press(END);
        press(ENTER);
        until("the search", () -> isVisible("pasteSearch"));
        check("search of a text left over");
        press(ESCAPE);
        close("pasteFound");
        press(F10);
        until("what opens over the window", this::isPopupShowing);
        check("menu");
        press(ESCAPE);
    }

    private void checkSending() throws Exception {
        press(SHORTCUT, N);
        focus("stock");
        press(DOWN);
        press(DELETE);
        until("the way back", () -> isVisible("undo"));
        check("a draft deleted");
        press(SHORTCUT, N);
        focus("licensePlate");
        write("xf100f");
        focus("brand");
        write("volkswagen");
        focus("model");
        write("golf");
        focus("salesPrice");
        write("12500");
        for (int press = 0; press < 2 && !isVisible("outcomeTitle"); press++) {
            press(SHORTCUT, ENTER);
            until("an answer, or what is worth a look", () -> isVisible("problems") || isVisible("outcomeTitle"));
        }
        until("the answer", () -> isVisible("outcomeTitle"));
        check("sent");
        push("showAnswer");
        until("the sendings", () -> isVisible("sendingText"));
        push("sendingAnswer");
        until("the answer", () -> isVisible("answerBody"));
        check("sendings");
        close("sendingText");
        push("profile-staging");
        until("staging", () -> scene().getRoot().lookup(".profile-staging") != null);
        press(SHORTCUT, N);
        press(SHORTCUT, ENTER);
        until("why not", () -> isVisible("outcome"));
        check("staging");
    }

    private void checkEnglish() throws Exception {
        openSettings("language");
        onFxThread(() -> this.<ComboBox<String>>node("language").setValue("en"));
        press(SHORTCUT, ENTER);
        until("the settings to go", () -> !isVisible("language"));
        push("profile-practice");
        untilReady();
        typeFaultyCar();
        checkSettings();
    }
}
