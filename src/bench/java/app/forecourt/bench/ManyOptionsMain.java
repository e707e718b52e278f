package app.forecourt.bench;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.kill.KilledHome;
import app.forecourt.option.SampleOptionList;
import app.forecourt.settings.Profile;
import app.forecourt.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;

/**
 * Benchmark of the window with 2,000 options: their search, the whole list, and a pasted list.
 *
 * <p>Must be started headless, as the window tests are. Needs the options of {@code packaging/build/java-options.txt}
 * that are for Java itself, because they change the result. With Java's defaults there is a second compiler, and the
 * pauses are fewer and elsewhere.
 */
public final class ManyOptionsMain {
    private static final int OPTIONS = 2_000;
    /** The first round is slow for other reasons. */
    private static final int ROUNDS = 6;

    private static final List<String> SOUGHT = List.of(
            "heated seats",
            "stoelverwarming",
            "Rückfahrkamera",
            "toit ouvrant panoramique",
            "navigaton",
            "abs",
            "lane keeping",
            "zzzz",
            "LED koplampen",
            "wheel 17");

    private ManyOptionsMain() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("many-options");
        System.setProperty("forecourt.home", home.toString());
        try (var autochat = new FakeAutochat()) {
            String options = options();
            autochat.options = _ -> FakeAutochat.json(200, options);
            try (var prepared = new TestHome(home, Clock.systemUTC())) {
                KilledHome.setUp(
                        prepared, Profile.STAGING, autochat.url(""), autochat.url(""), autochat.url("/oauth/token"));
            }
            try (var window = new MeasuredWindow()) {
                window.until(() -> window.rows("options") > OPTIONS);
                for (int round = 0; round < ROUNDS; round++) {
                    window.phase("search", () -> window.type("optionSearch", SOUGHT));
                    window.phase("scrolling", () -> window.scroll("options", 15));
                    window.phase("pasting", () -> paste(window));
                }
            }
        }
        System.exit(0);
    }

    /** Returns the options of Practice, filled up with copies to the required number. */
    private static String options() {
        List<MatchResult> known = Pattern.compile("\"name\": \"([^\"]+)\", \"prettyName\": \"([^\"]+)\"")
                .matcher(SampleOptionList.read("/app/forecourt/practice/options.json"))
                .results()
                .toList();
        return IntStream.range(0, OPTIONS)
                .mapToObj(number -> {
                    MatchResult option = known.get(number % known.size());
                    int copy = number / known.size();
                    // The first ones keep their names, because the pasted list must find them.
                    return "{\"name\": \"%s%s\", \"prettyName\": \"%s%s\"}"
                            .formatted(
                                    option.group(1),
                                    copy == 0 ? "" : "_v" + copy,
                                    option.group(2),
                                    copy == 0 ? "" : " variant " + copy);
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void paste(MeasuredWindow window) throws Exception {
        String list = SampleOptionList.read("/equipment/nl.txt").replaceAll("=>.*", "");
        window.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, list)));
        // The dialog is modal.
        Platform.runLater(() -> ((Button) window.scene.lookup("#pasteList")).fire());
        window.until(() -> takeButton() instanceof Button take && !take.isDisabled());
        Platform.runLater(() -> takeButton().fire());
        window.until(() -> takeButton() == null);
    }

    private static Button takeButton() {
        return Window.getWindows().stream()
                .map(window -> (Button) window.getScene().lookup("#takePasted"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
