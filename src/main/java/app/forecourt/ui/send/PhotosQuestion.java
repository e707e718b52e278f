package app.forecourt.ui.send;

import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Region;

/** Question before a car is sent whose photos are not all public. */
final class PhotosQuestion {
    private PhotosQuestion() {}

    /** Answer of the user. */
    enum Answer {
        /** Send the car when its photos are public. */
        WHEN_PUBLIC,
        /** Send the car now, without these photos. */
        WITHOUT,
        /** Do not send the car, but see what helps. */
        HELP,
        /** Do not send the car. */
        NOT_NOW
    }

    /**
     * Asks the user. Enter waits for the photos or shows what helps, because that loses nothing.
     *
     * @param text which photos are not public, and why
     * @param helpKey words of the button that leads to what helps; empty if the photos go on by themselves
     */
    static Answer ask(Dialogs dialogs, Messages messages, String text, Optional<String> helpKey) {
        Dialog<ButtonType> dialog = dialogs.createDialog("send.photos.title");
        var pane = dialog.getDialogPane();
        ButtonType wait = new ButtonType(messages.get("send.photos.wait"), ButtonData.OK_DONE);
        ButtonType without = new ButtonType(messages.get("send.photos.without"), ButtonData.OTHER);
        ButtonType not = new ButtonType(messages.get("send.ask.no"), ButtonData.CANCEL_CLOSE);
        pane.setContent(Dialogs.paragraph(text));
        ButtonType help = helpKey.map(key -> new ButtonType(messages.get(key), ButtonData.OK_DONE))
                .orElse(wait);
        pane.getButtonTypes().addAll(help, without, not);
        pane.getButtonTypes().forEach(type -> {
            Node button = pane.lookupButton(type);
            // Buttons of one width would cut off the longest words.
            ButtonBar.setButtonUniformSize(button, false);
            ((Button) button).setMinWidth(Region.USE_PREF_SIZE);
        });
        Button withoutButton = (Button) pane.lookupButton(without);
        withoutButton.setId("sendWithoutPhotos");
        pane.lookupButton(help).setId(helpKey.isEmpty() ? "sendWhenPublic" : "photosHelp");
        return dialog.showAndWait()
                .map(answer -> answer.equals(wait)
                        ? Answer.WHEN_PUBLIC
                        : answer.equals(help) ? Answer.HELP : answer.equals(without) ? Answer.WITHOUT : Answer.NOT_NOW)
                .orElse(Answer.NOT_NOW);
    }
}
