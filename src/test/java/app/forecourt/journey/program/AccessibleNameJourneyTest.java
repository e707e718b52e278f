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
        untilHidden(id);
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
        writeInto("vin", "WAVWGBFH3AN0265O9");
        writeInto("brand", "volkswagn");
        writeInto("model", "golf");
        writeInto("bodyType", "cupe");
        writeInto("engineKw", "1200");
        push("isTaxDeductible");
        writeInto("salesPrice", "15944,63");
        writeInto("images", "https://photos.example/front.jpg");
        press(ENTER);
        write("http://photos.example/back.jpg");
        press(ENTER);
        writeInto("optionSearch", "heat");
        press(ENTER);
        check("a car");
        press(SHORTCUT, A);
        press(DELETE);
        press(SHORTCUT, ENTER);
        untilVisible("problems");
        check("problems");
        focus("fuelType");
        press(DOWN);
        untilPopup();
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
                unfold(sections.getScene());
            });
            Await.untilIdle();
            check("settings " + section);
        }
        close("settingsSave");
    }

    private void checkDialogs() throws Exception {
        press(F1);
        untilVisible("keySheet");
        check("keys");
        close("keySheet");
        saveAsTemplate(() -> check("template's name"));
        press(SHORTCUT, T);
        untilVisible("templateSearch");
        check("templates");
        close("templateSearch");
        openBuilder();
        check("builder");
        press(INSERT);
        until("the new block", () -> isFocused("blockText"));
        press(SHORTCUT, SPACE);
        untilPopup();
        check("builder's block");
        press(ESCAPE);
        close("builtText");
        press(SHORTCUT, SHIFT, P);
        untilVisible("advertTitle");
        check("preview");
        close("advertTitle");
        copyToClipboard("ABS\nAirco\nStoelverwarming\nparking sensors\nOddity\n");
        openPastedList();
        check("pasted list");
        press(END);
        press(ENTER);
        untilVisible("pasteSearch");
        check("search of a text left over");
        press(ESCAPE);
        close("pasteFound");
        press(F10);
        untilPopup();
        check("menu");
        press(ESCAPE);
    }

    private void checkSending() throws Exception {
        press(SHORTCUT, N);
        focus("stock");
        press(DOWN);
        press(DELETE);
        untilVisible("undo");
        check("a draft deleted");
        press(SHORTCUT, N);
        writeInto("licensePlate", "xf100f");
        writeInto("brand", "volkswagen");
        writeInto("model", "golf");
        writeInto("salesPrice", "12500");
        for (int press = 0; press < 2 && !isVisible("outcomeTitle"); press++) {
            press(SHORTCUT, ENTER);
            until("an answer, or what is worth a look", () -> isVisible("problems") || isVisible("outcomeTitle"));
        }
        untilVisible("outcomeTitle");
        check("sent");
        push("showAnswer");
        untilVisible("sendingText");
        push("sendingAnswer");
        untilVisible("answerBody");
        check("sendings");
        close("sendingText");
        push("profile-staging");
        until("staging", () -> scene().getRoot().lookup(".profile-staging") != null);
        press(SHORTCUT, N);
        press(SHORTCUT, ENTER);
        untilVisible("outcome");
        check("staging");
    }

    private void checkEnglish() throws Exception {
        openSettings("language");
        onFxThread(() -> this.<ComboBox<String>>node("language").setValue("en"));
        press(SHORTCUT, ENTER);
        untilHidden("language");
        push("profile-practice");
        untilReady();
        typeFaultyCar();
        checkSettings();
    }
}
