package app.forecourt.kill;

import app.forecourt.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole program, with a robot at its keyboard that types cars and sends them until it is killed. What the robot has
 * done stands on the standard output:
 *
 * <pre>
 * begun                                   the program starts
 * shown                                   its window is there
 * typed MILLIS NUMBER FIELD TEXT          at that time that text stood in that field of the car with that stock number
 * click NUMBER                            Ctrl Enter is pressed next
 * failed ...                              the robot is at a loss
 * </pre>
 */
final class TypingRobotMain {
    private static final String[] WORDS = {"Nice", "car", "one", "owner", "heated", "seats", "new", "tyres",
        "tow",
        "bar", "garage", "kept"};

    private final FxRobot robot = new FxRobot();
    private final String run;
    private final Random random;
    private final List<String> drafts = new ArrayList<>();

    private TypingRobotMain(String run, long seed) {
        this.run = run;
        this.random = new Random(seed);
    }

    /** The arguments are how stock numbers begin, a seed, and {@code true} when there are cars from before. */
    public static void main(String[] args) {
        say("begun");
        var typist = new TypingRobotMain(args[0], Long.parseLong(args[1]));
        boolean carsFromBefore = Boolean.parseBoolean(args[2]);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                typist.type(carsFromBefore);
            } catch (Exception | AssertionError lost) {
                lost.printStackTrace();
                say("failed " + lost);
            }
        });
        Main.main(new String[0]);
    }

    private static void say(String line) {
        // One write each, so that a kill leaves no half line.
        System.out.println(line);
        System.out.flush();
    }

    private void type(boolean carsFromBefore) throws Exception {
        until(20, "the window", () -> robot.listWindows().stream().anyMatch(Window::isShowing));
        say("shown");
        // The lower cards come behind the first frame.
        until(20, "the whole form", () -> onFx(() -> robot.lookup("#description").tryQuery().isPresent()));
        // When the journal is open, the car from before comes back with its caret.
        until(20, "the cars", () -> !carsFromBefore
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
                goOnWith(drafts.get(random.nextInt(drafts.size())));
            }
        }
    }

    private void newCar(String number) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(5, "an empty form", () -> onFx(() -> field("internalId").getText().isEmpty()));
        write(number, "internalId", number);
        write(number, "brand", "kia");
        write(number, "model", "rio");
        write(number, "description", words(2));
        write(number, "salesPrice", Integer.toString(2_000 + random.nextInt(8_000)));
    }

    /** Now and then with a double click, now and then without a look at what comes of it. */
    private void send(String number) throws Exception {
        say("click " + number);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        if (random.nextInt(4) == 0) {
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        }
        if (random.nextBoolean()) {
            until(10, "an outcome",
                    () -> onFx(() -> robot.lookup("#outcomeTitle").tryQuery().filter(TypingRobotMain::isSeen)
                            .isPresent()));
        }
    }

    /** Finds an earlier draft in the list and types more into it. */
    private void goOnWith(String number) throws Exception {
        TextInputControl search = field("stockSearch");
        focus(search);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(number, 0);
        robot.push(KeyCode.ENTER);
        until(5, number, () -> onFx(() -> field("internalId").getText().equals(number)));
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

    /** Types at the end of a field, and tells after each key what stands there. */
    private void write(String number, String id, String text) throws Exception {
        TextInputControl field = field(id);
        focus(field);
        robot.push(KeyCode.END);
        for (char letter : text.toCharArray()) {
            robot.write(letter);
            // The stock number is what the car is told of by.
            if (!id.equals("internalId") || field.getLength() == text.length()) {
                onFx(() -> {
                    say("typed " + System.currentTimeMillis() + " " + number + " " + id + " "
                            + field.getText());
                    return true;
                });
            }
        }
    }

    private TextInputControl field(String id) {
        return robot.lookup("#" + id).queryAs(TextInputControl.class);
    }

    private static void focus(Node node) {
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
    }

    private static boolean isSeen(Node node) {
        for (Node any = node; any != null; any = any.getParent()) {
            if (!any.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, call);
    }

    private static void until(int seconds, String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain for " + what, late);
        }
    }
}
