package app.forecourt;

import app.forecourt.ui.fx.TextWrap;
import javafx.application.Application;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** In place of the program: shows its first argument, and ends when that is closed. */
public final class StartupMessageApp extends Application {

    /** Pixels. */
    private static final double WIDTH = 440;

    /** For the JavaFX launcher. */
    public StartupMessageApp() {}

    @Override
    public void start(Stage stage) {
        String text = getParameters().getRaw().getFirst();
        Label said = new Label(text);
        TextWrap.enable(said);
        if (said.isWrapText()) {
            said.setPrefWidth(WIDTH);
        } else {
            said.setText(text.replace(". ", ".\n"));
            said.setMinWidth(Region.USE_PREF_SIZE);
        }
        Alert alert = new Alert(AlertType.ERROR);
        alert.getDialogPane().setContent(said);
        alert.setTitle("Forecourt");
        alert.setHeaderText(null);
        // Or a long text is cut.
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.show();
    }
}
