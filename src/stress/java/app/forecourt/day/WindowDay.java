package app.forecourt.day;

import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.HttpClients;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.start.AppServices;
import app.forecourt.stock.SendingStatus;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Program of the long day. One run in a process of its own: cars are typed by a robot or set in the form's model, and
 * sent. The resources and the final state are written to the home as {@link DayReport}.
 */
final class WindowDay extends WindowTest {
    /** A short limit of silence, because the day would otherwise consist of waiting. */
    private static final HttpClients.Timeouts SHORT =
            new HttpClients.Timeouts(LongWait.LIMIT, Duration.ofSeconds(8), LongWait.LIMIT);
    /** Number of cars before the early measurement; half of all cars on a shorter day. */
    private static final int SETTLED_IN = 20;
    /** Wait for idle threads to end, longer than any keep-alive time. */
    private static final Duration IDLE = Duration.ofSeconds(90);

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Number of cars between two changes of language and theme. */
    private static final int LOOKS = 10;

    private static final List<String> LANGUAGES = List.of("nl", "de", "fr", "en");

    /** One of so many cars is typed with keys. */
    private static final int TYPED = 10;

    private AppModel desk;

    private WindowDay(Path home) {
        this.home = home;
    }

    /** @param args home and number of cars */
    public static void main(String[] args) {
        try {
            new WindowDay(Path.of(args[0])).sendCars(Integer.parseInt(args[1]));
            System.exit(0);
        } catch (Exception | Error lost) {
            lost.printStackTrace();
            System.exit(1);
        }
    }

    @Override
    public AppServices openServices() {
        AppServices office = openServices(SHORT, TaskRunner.Scheduler.REAL_TIME);
        // A countdown of five seconds per car would take most of the day.
        office.preferences().put(Setting.SEND_UNDO, "off");
        desk = office.model();
        return office;
    }

    private void sendCars(int count) throws Exception {
        start();
        untilReady();
        var keys = new KeyboardCarSender(this, desk);
        var model = new CarSender(desk, draft(resource(WindowDay.class, "/example-car.json")));
        int settledIn = Math.min(SETTLED_IN, count / 2);
        DayReport.Resources early = null;
        for (int number = 0; number < count; number++) {
            int look = number / LOOKS;
            if (number % LOOKS == LOOKS / 2) {
                choose(LANGUAGES.get(look % LANGUAGES.size()), look % 2 == 0 ? "dark" : "light");
            }
            (number % TYPED == 0 ? keys : model).send(number);
            if (number + 1 == settledIn) {
                settle(keys);
                early = resources();
            }
        }
        settle(keys);
        long given = System.nanoTime() + IDLE.toNanos();
        DayReport.Resources late = resources();
        while (!late.increase(early).isEmpty() && System.nanoTime() < given) {
            LockSupport.parkNanos(LOOK.toNanos());
            late = resources();
        }
        new DayReport(early, late, practicePosts(), Await.onFxThread(this::shownStatus)).write(home);
        stop();
    }

    private void choose(String language, String theme) throws Exception {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        untilVisible("language");
        Await.onFxThread(() -> {
            robot.lookup("#language").<ComboBox<String>>query().setValue(language);
            robot.lookup("#theme").<ComboBox<String>>query().setValue(theme);
        });
        push("settingsSave");
        untilHidden("language");
        releaseEvents();
    }

    /**
     * Brings the window to the same state for each measurement: an empty form in Practice, with no submission or save
     * pending.
     */
    private void settle(KeyboardCarSender keys) throws Exception {
        choose("en", "light");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        keys.choose(Profile.PRACTICE);
        focus("licensePlate");
        until(
                "all cars to be answered and kept",
                () -> desk.cars().unsavedCount() == 0
                        && desk.cars().stock().all().stream()
                                .map(row -> row.status())
                                .noneMatch(
                                        status -> status == SendingStatus.SENDING || status == SendingStatus.WAITING));
        untilReady();
        // Typing in the current views releases the toolkit's last reference to the earlier views.
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        write("a");
        robot.push(KeyCode.BACK_SPACE);
        focus("licensePlate");
        releaseEvents();
    }

    /** Releases the events that TestFX holds, and with them their views, by registering the stage again. */
    private static void releaseEvents() {
        FxToolkitContext kept = FxToolkit.toolkitContext();
        Await.onFxThread(() -> kept.setRegisteredStage(kept.getRegisteredStage()));
    }

    private DayReport.Resources resources() throws IOException {
        return new DayReport.Resources(
                SettledState.heap(WaitForAsyncUtils::waitForFxEvents),
                SettledState.threads(home.resolve("threads.json")));
    }

    private Map<String, Integer> practicePosts() {
        Map<String, Integer> took = new HashMap<>();
        practiceServer()
                .received()
                .forEach(car -> took.merge(car.get("internalId").asText(), 1, Integer::sum));
        return took;
    }

    private Map<String, Map<Profile, SendingStatus>> shownStatus() {
        Map<String, Map<Profile, SendingStatus>> shown = new HashMap<>();
        desk.cars().stock().all().forEach(row -> {
            var standings = new EnumMap<Profile, SendingStatus>(Profile.class);
            for (Profile profile : Profile.values()) {
                standings.put(profile, row.status(profile));
            }
            shown.put(row.text(CarField.INTERNAL_ID), standings);
        });
        return shown;
    }
}
