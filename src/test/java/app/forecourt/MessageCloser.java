package app.forecourt;

import java.util.List;
import javafx.application.Platform;
import javafx.application.Preloader;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A user who closes each window at once, and prints that. JavaFX creates it before the program. */
public final class MessageCloser extends Preloader {
    /** Called by the JavaFX launcher. */
    public MessageCloser() {}

    private static void close(Window window) {
        System.out.println("closed");
        window.hide();
    }

    @Override
    public void start(Stage stage) {
        Window.getWindows()
                .subscribe(() ->
                        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(MessageCloser::close)));
    }
}
