package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.ENGINE_KW;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.window.MainWindowContentFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Problems at their fields and in the summary, reached by keys. */
class ProblemSummaryTest extends MainWindowContentFixture {

    @Test
    void problemsAreAtFieldsAndInSummary() {
        type("engineKw", "many");
        assertStartsWith("Not a whole number", label("engineKw-note"));
        type("dateOfFirstRegistration", "31-02-2024");
        assertStartsWith("No such day", label("dateOfFirstRegistration-note"));
        assertLabel("brand-note", "", "an empty field is asked for only on sending");
        assertHidden("problems");
        type("mileage", "120.000");
        assertLabel("mileage-note", "", "the field itself shows 120,000 km");

        press(SHORTCUT, ENTER);
        assertVisible("problems");
        assertLabel("brand-note", "Missing");
        assertStartsWith("problem-", focusedId());
        while (!focusedId().equals("problem-brand")) {
            press(TAB);
        }
        press(SPACE);
        assertFocused("brand");
        assertHidden("problem-model", "folded, because the form needs the room");
        assertVisible("problemsTitle");
        write("opel");
        assertLabel("brand-note", "");

        press(F8);
        assertFocused("model");
        press(F8);
        assertFocused("engineKw");
        press(SHIFT, F8);
        assertFocused("model");
        assertEquals(0, clients.runningPractice().orElseThrow().requestCount("/api/cars"));

        push("problemsFold");
        focus("problem-model");
        press(ESCAPE);
        assertHidden("problems");
        assertFocused("model");
    }

    @ProofTest
    void stepsFollowTheOrderOfTheList() {
        type("licensePlate", "7XK");
        type("bodyColor", "rrrood");
        type("engineKw", "many");
        press(SHORTCUT, ENTER);
        List<String> listed = onFxThread(() -> form().problems().listed().stream()
                .map(problem -> problem.field().apiName())
                .distinct()
                .toList());
        assertTrue(listed.indexOf("licensePlate") > listed.indexOf("engineKw"), listed::toString);
        focus("licensePlate");
        press(F8);
        List<String> visited = new ArrayList<>();
        for (int step = 0; step < listed.size(); step++) {
            visited.add(focusedId());
            press(F8);
        }
        int first = listed.indexOf(visited.getFirst());
        List<String> rotated = new ArrayList<>(listed);
        Collections.rotate(rotated, -first);
        assertEquals(rotated, visited);
        press(SHIFT, F8);
        assertEquals(visited.getLast(), focusedId());
        focus("engineKw");
        onFxThread(() -> form().text(ENGINE_KW).set("88"));
        press(F8);
        assertEquals(listed.get(listed.indexOf("engineKw") + 1), focusedId(), "after the fixed one");
    }

    @Test
    void typedLetterGoesToTheFieldOfTheProblem() {
        type("engineKw", "7O");
        press(SHORTCUT, ENTER);
        writeInto("problem-model", "cor");
        assertFocused("model");
        assertText("model", "cor");
        press(SHORTCUT, ENTER);
        writeInto("problem-engineKw", "5 1");
        assertFocused("engineKw");
        assertText("engineKw", "7O5 1", "what was there stays");
        press(SHORTCUT, ENTER);
        writeInto("problem-engineKw", " ");
        assertFocused("problem-engineKw", "Space is the key of the link");
        assertText("engineKw", "7O5 1");
    }

    @ProofTest
    void typedLetterForHiddenFieldIsDropped() {
        press(SHORTCUT, ENTER);
        step(() -> node("model").setVisible(false));
        writeInto("problem-model", "c");
        assertFocused("problem-model");
        assertText("model", "");
    }

    /** As by a late answer of the register. */
    @ProofTest
    void focusGoesToTheNextEntryWhenOneIsFixed() {
        press(SHORTCUT, ENTER);
        focus("problem-brand");
        step(() -> type(BRAND, "opel"));
        assertFocused("problem-model");
        focus("problem-salesPrice");
        step(() -> type(SALES_PRICE, "9000"));
        assertStartsWith("problem-", focusedId());
        step(this::typeCar);
        until("the form", () -> !focusedId().startsWith("problem-"));
        assertHidden("problems");
    }

    private double top(String id) {
        layOut();
        return onFxThread(() -> inScene(node(id)).getMinY());
    }

    private boolean hasIcon(String id) {
        return onFxThread(() -> node(id, Labeled.class).getGraphic() != null);
    }

    @ProofTest
    void titleHasTheIconOfItsEntries() {
        press(SHORTCUT, ENTER);
        assertTrue(hasIcon("problemsTitle"));
        assertFalse(hasIcon("problem-brand"));
        press(ESCAPE);
        type("licensePlate", "QQ");
        press(SHORTCUT, ENTER);
        assertFalse(hasIcon("problem-brand"));
        assertTrue(hasIcon("problem-licensePlate"), "a warning among errors");
    }

    @ProofTest
    void nineEntriesAreVisibleAtOnce() {
        type("engineKw", "many");
        type("mileage", "far");
        type("dateOfFirstRegistration", "31-02-2024");
        type("numberOfDoors", "x");
        type("gears", "x");
        press(SHORTCUT, ENTER);
        step(() -> stage().setWidth(1_366));
        step(() -> stage().setHeight(768));
        until("the whole list", () -> {
            Region list = (Region) node("problem-brand").getParent();
            return list.getChildrenUnmodifiable().size() >= 9
                    && list.getHeight() > 0
                    && list.getHeight() <= ((Region) node("problems").lookup(".summary-entries")).getHeight();
        });
        step(() -> stage().setHeight(500));
        until(
                "a part of a low form",
                () -> ((Region) node("problems").lookup(".summary-entries")).getHeight()
                        < ((Region) node("problem-brand").getParent()).getHeight());
    }

    @ProofTest
    void nothingMovesBetweenTwoClicks() {
        press(SHORTCUT, ENTER);
        assertVisible("problem-model");
        // The list covers a part of the fields above.
        double before = top("bodyType");
        for (int click = 0; click < 2; click++) {
            click("bodyColor");
            Await.untilIdle();
            assertFocused("bodyColor");
            assertVisible("problem-model");
            assertEquals(before, top("bodyType"));
        }
        press(SHIFT);
        assertVisible("problem-model");
        press(END);
        assertHidden("problem-model", "folded at the first key");
        Await.untilIdle();
        assertEquals(before, top("bodyType"), 1);
    }

    @Test
    void bannerWaitsUntilClicksAreOver() {
        double before = top("model");
        click("brand");
        step(node("send", Button.class)::fire);
        assertVisible("problem-model");
        assertEquals(before, top("model"));
        until("the room for the banner", () -> ((Region) node("problems").getParent()).getHeight() > 0);
        assertEquals(before, top("model"), 1);
    }

    @ProofTest
    void clickOnProblemKeepsTheList() {
        press(SHORTCUT, ENTER);
        click("problem-brand");
        until("the field", () -> focusedId().equals("brand"));
        assertVisible("problem-model", "a second click would hit the field that moved there");
    }
}
