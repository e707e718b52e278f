package app.forecourt.ui.keys;

import static app.forecourt.ui.InputEvents.keyPressed;
import static app.forecourt.ui.InputEvents.keyTyped;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.ui.PaneTest;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Palette behind the filter that drops confirming keys, with a clock that the test sets. */
class CommandPaletteGuardTest extends PaneTest {
    private long nanoTime;
    private int sendings;
    private int lookUps;
    private @Nullable CommandPalette palette;

    private StackPane content() {
        StackPane root = new StackPane(new TextField());
        palette = new CommandPalette(
                root,
                messages,
                () -> List.of(
                        new PaletteCommand("send", "Send", () -> sendings++),
                        new PaletteCommand("lookUp", "Look up", () -> lookUps++)),
                () -> {});
        return root;
    }

    private void open() {
        onFxThread(Objects.requireNonNull(palette)::open);
        layOut();
    }

    /** The keys may arrive before the first layout of the palette. */
    @Test
    void keysTypedAheadFindTheirCommand() {
        show(700, 500, this::content);
        onFxThread(() -> {
            Objects.requireNonNull(palette).open();
            "look"
                    .chars()
                    .forEach(letter -> Event.fireEvent(
                            Objects.requireNonNull(frontScene().getFocusOwner()),
                            keyTyped(Character.toString(letter))));
        });
        holdEnter();
        assertEquals(0, sendings);
        assertEquals(1, lookUps);
    }

    /** Presses Enter without its release, as a held key does. */
    private void holdEnter() {
        onFxThread(() -> Event.fireEvent(Objects.requireNonNull(frontScene().getFocusOwner()), keyPressed(ENTER)));
    }

    @Test
    void pressCountsOnceAndNotAfterQuestion() {
        try (ConfirmationFilter filter = new ConfirmationFilter(new ConfirmationPolicy(() -> nanoTime))) {
            show(700, 500, this::content);
            onFxThread(filter::install);
            open();
            press(ENTER);
            assertEquals(0, sendings, "right after a window has opened");
            nanoTime += 2 * ConfirmationPolicy.QUIET.toNanos();
            holdEnter();
            assertEquals(1, sendings);
            open();
            holdEnter();
            assertEquals(1, sendings, "the key was not released");
        }
    }
}
