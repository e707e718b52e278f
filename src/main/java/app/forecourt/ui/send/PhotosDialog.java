package app.forecourt.ui.send;

import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Region;

/** Question before a car is sent whose photos are not all public. */
final class PhotosDialog {
    /** Number of files that the question names. */
    private static final int MOST_NAMES = 3;

    private PhotosDialog() {}

    /** Answer of the user. */
    enum Answer {
        /** Send the car when its photos are public. */
        WHEN_PUBLIC,
        /** Send the car now, without these photos. */
        WITHOUT,
        /** Do not send the car, but see its photos. */
        SHOW,
        /** Do not send the car, but set up the web space. */
        SET_UP,
        /** Do not send the car. */
        NOT_NOW
    }

    /**
     * Asks the user. Enter waits for the photos, or shows what helps if they do not go on by themselves, because that
     * loses nothing.
     */
    static Answer ask(AppModel model, WindowDialogs dialogs, Messages messages) {
        List<String> lines = model.sendWorkflow().photos().withoutAddress();
        boolean isSetUp = model.profile().get() == Profile.PRACTICE
                || model.photos().webSpace().get();
        Answer first = !isSetUp
                ? Answer.SET_UP
                : lines.stream().allMatch(model.photos().addresses()::isUnderWay) ? Answer.WHEN_PUBLIC : Answer.SHOW;
        Dialog<ButtonType> dialog = dialogs.createDialog("send.photos.title");
        var pane = dialog.getDialogPane();
        ButtonType help = new ButtonType(
                messages.get(
                        switch (first) {
                            case WHEN_PUBLIC -> "send.photos.wait";
                            case SET_UP -> "photo.set_up";
                            default -> "send.photos.show";
                        }),
                ButtonData.OK_DONE);
        ButtonType without = new ButtonType(messages.get("send.photos.without"), ButtonData.OTHER);
        ButtonType not = new ButtonType(messages.get("send.ask.no"), ButtonData.CANCEL_CLOSE);
        pane.setContent(WindowDialogs.paragraph(text(model, messages, lines, first == Answer.WHEN_PUBLIC)));
        pane.getButtonTypes().addAll(help, without, not);
        pane.getButtonTypes().forEach(type -> {
            Node button = pane.lookupButton(type);
            // Buttons of one width would cut off the longest words.
            ButtonBar.setButtonUniformSize(button, false);
            ((Button) button).setMinWidth(Region.USE_PREF_SIZE);
        });
        Button withoutButton = (Button) pane.lookupButton(without);
        withoutButton.setId("sendWithoutPhotos");
        pane.lookupButton(help).setId(first == Answer.WHEN_PUBLIC ? "sendWhenPublic" : "photosHelp");
        return dialog.showAndWait()
                .map(answer -> answer.equals(help) ? first : answer.equals(without) ? Answer.WITHOUT : Answer.NOT_NOW)
                .orElse(Answer.NOT_NOW);
    }

    private static String text(AppModel model, Messages messages, List<String> lines, boolean canWait) {
        List<String> names = lines.stream()
                .map(line -> model.photos().name(line).orElseGet(() -> messages.get("photo.elsewhere")))
                .toList();
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        // In Practice no photo goes to the web.
        return messages.getFor(
                model.profile().get(),
                canWait ? "send.photos.text" : "send.photos.failed",
                canWait ? "send.photos.text.practice" : "send.photos.failed.practice",
                names.size(),
                names.size() <= MOST_NAMES ? first : messages.get("options.names", first, names.size() - MOST_NAMES));
    }
}
