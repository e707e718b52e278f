package app.forecourt.kill;

import app.forecourt.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
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
 * failed ...                              the robot can't continue
 * </pre>
 */
final class TypingRobotMain {
    private static final String[] WORDS = {"Nice", "car", "one", "owner", "heated", "seats", "new", "tyres",
        "tow",
        "bar", "garage", "kept"};

    /** Milliseconds between two letters of a fast typist. */
    private static final int KEY_PAUSE = 25;

    private final FxRobot robot = new FxRobot();
    private final String run;
    private final Random random;
    private final List<String> drafts = new ArrayList<>();

    private TypingRobotMain(String run, long seed) {
        this.run = run;
        this.random = new Random(seed);
    }

    /** @param args the prefix of stock numbers, a seed, and {@code true} if the journal already has cars */
    public static void main(String[] args) {
        print("begun");
        var typist = new TypingRobotMain(args[0], Long.parseLong(args[1]));
        boolean hasCars = Boolean.parseBoolean(args[2]);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                typist.type(hasCars);
            } catch (Exception | AssertionError lost) {
                lost.printStackTrace();
                print("failed " + lost);
            }
        });
        Main.main(new String[0]);
    }

    private static void print(String line) {
        // Each line is written at once, so that a kill leaves no half line.
        System.out.println(line);
        System.out.flush();
    }

    private void type(boolean hasCars) throws Exception {
        waitFor(20, "the window", () -> robot.listWindows().stream().anyMatch(Window::isShowing));
        print("shown");
        // The lower cards are added after the first frame.
        waitFor(20, "the whole form", () -> onFx(() -> robot.lookup("#description").tryQuery().isPresent()));
        // After the journal is open, the program restores the last car and its focus.
        waitFor(20, "the cars", () -> !hasCars
                || onFx(() -> !robot.lookup("#stock").queryAs(ListView.class).getItems().isEmpty()));
        for (int car = 1;; car++) {
            String number = run + "-" + car;
            newCar(number);
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

    private void newCar(String number) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        waitFor(5, "an empty form", () -> onFx(() -> field("internalId").getText().isEmpty()));
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
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        if (random.nextInt(4) == 0) {
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        }
        if (random.nextBoolean()) {
            waitFor(10, "an outcome",
                    () -> onFx(() -> robot.lookup("#outcomeTitle").tryQuery().filter(TypingRobotMain::isSeen)
                            .isPresent()));
        }
    }

    /** Types in the builder, and takes the text as the beginning of the description. */
    private void editBuiltText(String number) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        waitFor(5, "the builder", () -> onFx(() -> robot.lookup("#builtText").tryQuery().isPresent()));
        TextInputControl built = field("builtText");
        focus(built);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.BACK_SPACE);
        // Longer than a second, so that a kill finds old texts here.
        write(number, "builtText", words(10));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        waitFor(5, "the form", () -> onFx(() -> robot.lookup("#builtText").tryQuery().isEmpty()));
    }

    /** Opens an earlier draft from the stock list and types more text into it. */
    private void editDraft(String number) throws Exception {
        TextInputControl search = field("stockSearch");
        focus(search);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(number, 0);
        robot.push(KeyCode.ENTER);
        waitFor(5, number, () -> onFx(() -> field("internalId").getText().equals(number)));
        focus(search);
        robot.push(KeyCode.ESCAPE);
        write(number, "description", " " + words(2));
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            text.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** Types at the end of a field, and prints the field's text after each key. */
    private void write(String number, String id, String text) throws Exception {
        TextInputControl field = field(id);
        focus(field);
        robot.push(KeyCode.END);
        for (char letter : text.toCharArray()) {
            // The robot's own method waits several times as long after each letter.
            robot.robotContext().getBaseRobot().typeKeyboard(field.getScene(), KeyCode.UNDEFINED,
                    Character.toString(letter));
            robot.sleep(KEY_PAUSE);
            onFx(() -> {
                // Printing starts with the complete stock number, because it identifies the car.
                if (!id.equals("internalId") || field.getLength() == text.length()) {
                    print("typed " + System.currentTimeMillis() + " " + number + " " + id + " "
                            + field.getText());
                }
                return true;
            });
        }
    }

    private TextInputControl field(String id) {
        return robot.lookup("#" + id).queryAs(TextInputControl.class);
    }

    private static void focus(Node node) {
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
    }

    private static boolean isSeen(Node node) {
        for (Node current = node; current != null; current = current.getParent()) {
            if (!current.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, call);
    }

    private static void waitFor(int seconds, String description, Callable<Boolean> condition) {
        Awaitility.await(description).atMost(seconds, TimeUnit.SECONDS).pollInSameThread().until(condition);
    }
}
