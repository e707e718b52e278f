package app.forecourt.start;

import app.forecourt.App;
import app.forecourt.ui.fx.SafeTextWrap;
import javafx.application.Application;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * An application instead of {@link App}. It shows its first argument as an error message, and ends when the user closes
 * the message.
 */
public final class StartupMessageApp extends Application {

    /** The text's width in pixels. */
    private static final double WIDTH = 440;

    /** Called by the JavaFX launcher. */
    public StartupMessageApp() {}

    @Override
    public void start(Stage stage) {
        String text = getParameters().getRaw().getFirst();
        Label message = new Label(text);
        SafeTextWrap.enable(message);
        if (message.isWrapText()) {
            message.setPrefWidth(WIDTH);
        } else {
            message.setText(text.replace(". ", ".\n"));
            message.setMinWidth(Region.USE_PREF_SIZE);
        }
        Alert alert = new Alert(AlertType.ERROR);
        alert.getDialogPane().setContent(message);
        alert.setTitle("Forecourt");
        alert.setHeaderText(null);
        // Without this minimum height the dialog cuts off a long text.
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.show();
    }
}
