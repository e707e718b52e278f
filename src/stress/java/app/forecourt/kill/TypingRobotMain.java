package app.forecourt.kill;

import static app.forecourt.testing.StartedProgram.print;

import app.forecourt.Main;
import app.forecourt.journey.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole program with a robot that types and sends cars until the program is killed. The robot prints its actions to
 * standard output:
 *
 * <pre>
 * begun                                   the program starts
 * shown                                   the window is shown
 * typed MILLIS NUMBER FIELD TEXT          at this time the field of the car with this stock number had this text;
 *                                         the field builtText is the description that the user edits in the builder
 * click NUMBER                            the robot is about to press Ctrl Enter
 * </pre>
 */
final class TypingRobotMain extends WindowTest {
    private static final List<String> WORDS =
            List.of("Nice", "car", "one", "owner", "heated", "seats", "new", "tyres", "tow", "bar", "garage", "kept");
    /** Milliseconds between two letters of a fast typist. */
    private static final int KEY_PAUSE = 25;

    /** Presses one key after the other, other than the robot of the window tests. */
    private final FxRobot typist = new FxRobot();

    private final Random random;
    private final List<String> drafts = new ArrayList<>();

    private TypingRobotMain(long seed) {
        random = new Random(seed);
    }

    /** @param args the prefix of stock numbers, a seed, and {@code true} if the journal already has cars */
    public static void main(String[] args) {
        print("begun");
        var program = new TypingRobotMain(Long.parseLong(args[1]));
        Thread.ofPlatform().daemon().start(() -> {
            try {
                program.type(args[0], Boolean.parseBoolean(args[2]));
            } catch (Exception | AssertionError lost) {
                lost.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        Main.main(new String[0]);
    }

    private void type(String run, boolean hasCars) throws Exception {
        Awaitility.await("the window")
                .atMost(1, TimeUnit.MINUTES)
                .pollInSameThread()
                .until(() -> robot.listWindows().stream().anyMatch(Window::isShowing));
        print("shown");
        // The lower cards are added after the first frame.
        untilVisible("description");
        // After the cars are read, the program restores the last one and its focus, and opens the builder.
        until("the cars", () -> {
            ListView<?> stock = robot.lookup("#stock").query();
            return !stock.getItems().isEmpty() || !hasCars && stock.getPlaceholder() instanceof Label;
        });
        for (int car = 1; ; car++) {
            String number = run + "-" + car;
            typeNewCar(number);
            if (random.nextInt(4) == 0) {
                drafts.add(number);
            } else {
                send(number);
            }
            if (!drafts.isEmpty() && random.nextInt(3) == 0) {
                editDraft(drafts.get(random.nextInt(drafts.size())));
            }
        }
    }

    private void typeNewCar(String number) throws Exception {
        typist.push(KeyCode.SHORTCUT, KeyCode.N);
        until("an empty form", () -> text("internalId").isEmpty());
        write(number, "internalId", number);
        if (random.nextInt(3) == 0) {
            editBuiltText(number);
        }
        write(number, "brand", "kia");
        write(number, "model", "rio");
        write(number, "description", words(2));
        write(number, "salesPrice", Integer.toString(2_000 + random.nextInt(8_000)));
    }

    /** Sends the car, sometimes twice in a row, sometimes without waiting for the outcome. */
    private void send(String number) throws Exception {
        print("click " + number);
        typist.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        if (random.nextInt(4) == 0) {
            typist.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        }
        if (random.nextBoolean()) {
            untilVisible("outcomeTitle");
        }
    }

    /** Types in the builder, and takes the text as the beginning of the description. */
    private void editBuiltText(String number) throws Exception {
        typist.push(KeyCode.SHORTCUT, KeyCode.B);
        untilVisible("builtText");
        select("builtText");
        typist.push(KeyCode.BACK_SPACE);
        // Longer than a second, so that a kill finds old texts here.
        write(number, "builtText", words(10));
        typist.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilHidden("builtText");
    }

    /** Opens an earlier draft from the stock list and types more text into it. */
    private void editDraft(String number) throws Exception {
        TextInputControl search = select("stockSearch");
        typist.write(number, 0);
        typist.push(KeyCode.ENTER);
        until(number, () -> text("internalId").equals(number));
        focus(search);
        typist.push(KeyCode.ESCAPE);
        write(number, "description", " " + words(2));
    }

    private String words(int count) {
        return String.join(
                " ", random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).toList());
    }

    /** Types at the end of a field, and prints the field's text after each key. */
    private void write(String number, String id, String text) {
        TextInputControl field = field(id);
        focus(field);
        typist.push(KeyCode.END);
        for (char letter : text.toCharArray()) {
            // The robot's own method waits several times as long after each letter.
            robot.robotContext()
                    .getBaseRobot()
                    .typeKeyboard(field.getScene(), KeyCode.UNDEFINED, Character.toString(letter));
            typist.sleep(KEY_PAUSE);
            String typed = WaitForAsyncUtils.waitForAsyncFx(60_000, field.textProperty()::get);
            // Printing starts with the complete stock number, because it identifies the car.
            if (!id.equals("internalId") || typed.length() == text.length()) {
                print("typed " + System.currentTimeMillis() + " " + number + " " + id + " " + typed);
            }
        }
    }

    private TextInputControl field(String id) {
        return robot.lookup("#" + id).queryAs(TextInputControl.class);
    }

    private TextInputControl select(String id) {
        TextInputControl field = field(id);
        focus(field);
        typist.push(KeyCode.SHORTCUT, KeyCode.A);
        return field;
    }

    private static void focus(TextInputControl field) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, field::requestFocus);
    }
}
