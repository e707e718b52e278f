package app.forecourt;

import javafx.application.Application;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** In place of the program: shows its first argument, and ends when that is closed. */
public final class Notice extends Application {

    /** For the JavaFX launcher. */
    public Notice() {}

    @Override
    public void start(Stage stage) {
        Alert alert = new Alert(AlertType.ERROR, getParameters().getRaw().getFirst());
        alert.setTitle("Forecourt");
        alert.setHeaderText(null);
        // Or a long text is cut.
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.show();
    }
}
