package app.forecourt.ui.fx;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.forecourt.journey.Await;
import app.forecourt.ui.ToolkitTest;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Announcements of changed texts to screen readers. */
class LiveRegionTest extends ToolkitTest {
    /** Longer than any test, so that only the test ends it. */
    private static final Duration LONG = Duration.hours(1);

    private PauseTransition pause;
    private Label first;
    private Label second;
    private Label unfollowed;
    private ScreenReaderProbe reader;

    @BeforeEach
    void show() throws Exception {
        Await.onFxThread(() -> {
            pause = new PauseTransition(LONG);
            first = label("first");
            second = label("second");
            unfollowed = label("unfollowed");
            LiveRegion.announceChanges(first);
            LiveRegion.announceChanges(second);
            Scene scene = new Scene(new Group(first, second, unfollowed, new LiveRegion(pause)));
            // Creates the skins, which report the texts.
            scene.getRoot().applyCss();
            reader = new ScreenReaderProbe(scene);
        });
    }

    @AfterEach
    void close() {
        Await.onFxThread(() -> {
            pause.stop();
            reader.close();
        });
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    /** Changes texts, and runs the tasks that the changes schedule. */
    private static void change(Runnable changes) {
        Await.onFxThread(changes);
        Await.onFxThread(() -> {});
    }

    private void endPause() {
        Await.onFxThread(() -> {
            assertEquals(Animation.Status.RUNNING, pause.getStatus());
            pause.stop();
            pause.getOnFinished().handle(new ActionEvent());
        });
    }

    @Test
    void changesAreAnnouncedTogetherAfterPause() {
        change(() -> first.setText("3 to fix"));
        change(() -> second.setText("Saved"));
        change(() -> first.setText("2 to fix"));
        assertEmpty(reader.announcements());
        endPause();
        assertEquals(List.of("liveLine: 2 to fix", "liveLine: Saved"), reader.announcements());
    }

    @Test
    void eachChangeRestartsPause() {
        change(() -> first.setText("3 to fix"));
        Await.onFxThread(() -> pause.jumpTo(LONG.subtract(Duration.minutes(1))));
        change(() -> first.setText("2 to fix"));
        Await.onFxThread(() -> assertEquals(0, pause.getCurrentTime().toMinutes(), 1, "" + pause.getCurrentTime()));
    }

    @Test
    void textIsAnnouncedOnce() {
        change(() -> first.setText("3 to fix"));
        endPause();
        change(() -> second.setText("Saved"));
        endPause();
        assertEquals(List.of("liveLine: 3 to fix", "liveLine: Saved"), reader.announcements());
    }

    @Test
    void hiddenAndUnfollowedTextsAreNotAnnounced() {
        change(() -> {
            first.setText("3 to fix");
            first.setVisible(false);
            second.setText("");
            unfollowed.setText("Nobody follows this");
        });
        change(() -> second.setText("Saved"));
        endPause();
        assertEquals(List.of("liveLine: Saved"), reader.announcements());
    }

    /** A text that was just added to the window has no skin before the next layout. */
    @Test
    void textWithoutSkinIsAnnounced() {
        Label added = label("added");
        LiveRegion.announceChanges(added);
        change(() -> {
            ((Group) first.getParent()).getChildren().add(added);
            added.setText("Accepted");
        });
        Await.onFxThread(() -> {
            assertNull(added.getSkin(), "without layout");
            pause.getOnFinished().handle(new ActionEvent());
        });
        assertEquals(List.of("liveLine: Accepted"), reader.announcements());
    }

    /** Dialogs have no line for announcements. */
    @Test
    void textWithoutRegionAnnouncesItself() {
        change(() -> {
            ((Group) first.getParent()).getChildren().removeLast();
            first.setText("Connected");
        });
        assertEquals(List.of("first: Connected"), reader.announcements());
    }

    @Test
    void nothingIsPreparedWithoutScreenReader() {
        Await.onFxThread(reader::close);
        change(() -> first.setText("3 to fix"));
        Await.onFxThread(() -> assertEquals(Animation.Status.STOPPED, pause.getStatus()));
    }
}
