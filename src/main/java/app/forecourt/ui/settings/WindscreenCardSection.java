package app.forecourt.ui.settings;

import app.forecourt.card.CardLogo;
import app.forecourt.card.CardLogo.ReadResult;
import app.forecourt.card.CardRepository;
import app.forecourt.card.DealerWebAddress;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Setting;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Settings section for the windscreen card: the dealer's name, web address and logo. */
final class WindscreenCardSection {
    /** Largest width and height of the logo in the section, in pixels. */
    private static final double LOGO_WIDTH = 160;

    private static final double LOGO_HEIGHT = 48;

    private final CardRepository repository;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final Button choose;
    private final Button remove;
    private final SettingField logoField;
    private final VBox view;
    private Optional<CardLogo> stored = Optional.empty();
    private Optional<CardLogo> chosen = Optional.empty();
    /** Whether the user has chosen or removed a logo, so that the stored one, which is read late, does not count. */
    private boolean isTouched;

    /** Creates the section with the stored values. The logo appears when it has been read. */
    WindscreenCardSection(CardRepository repository, SettingFields form) {
        this.repository = repository;
        taskRunner = form.taskRunner;
        messages = form.messages;
        dialogs = form.dialogs;
        picture.setPreserveRatio(true);
        picture.setId("cardLogoPicture");
        frame.getStyleClass().add("card-logo");
        choose = form.button(
                "cardLogo",
                "settings.cardLogo.choose",
                _ -> dialogs.fileChoosers()
                        .chooseFileToOpen("settings.cardLogo.title")
                        .ifPresent(this::read));
        remove = form.button("removeCardLogo", "settings.cardLogo.remove", _ -> {
            isTouched = true;
            show(Optional.empty());
            choose.requestFocus();
        });
        HBox line = new HBox(frame, choose, remove);
        line.getStyleClass().add("setting-line");
        logoField = form.create("cardLogo", choose, line);
        view = SettingFields.rows(
                form.text(Setting.CARD_NAME, name -> name.length() <= CardRepository.MAX_NAME_LENGTH),
                form.text(
                        Setting.CARD_ADDRESS,
                        address -> address.isBlank()
                                || DealerWebAddress.parse(address).isPresent()),
                logoField);
        show(Optional.empty());
        taskRunner.run(repository::logo, logo -> {
            stored = logo;
            if (!isTouched) {
                show(logo);
            }
        });
    }

    Node view() {
        return view;
    }

    /** Reads a file in the background. A refused file leaves the logo as it is. */
    void read(Path file) {
        choose.setDisable(true);
        taskRunner.run(
                () -> CardLogo.read(file),
                result -> {
                    choose.setDisable(false);
                    choose.requestFocus();
                    switch (result) {
                        case ReadResult.Read(CardLogo logo, boolean isFaulty) -> {
                            isTouched = true;
                            show(Optional.of(logo));
                            if (isFaulty) {
                                logoField.show(new Note(messages.get("settings.cardLogo.faulty"), true));
                            }
                        }
                        case ReadResult.Refused(CardLogo.Reason reason, int width, int height) ->
                            logoField.show(new Note(
                                    messages.get("settings.cardLogo." + Messages.key(reason), width, height), true));
                    }
                },
                _ -> choose.setDisable(false));
    }

    private void show(Optional<CardLogo> logo) {
        chosen = logo;
        logoField.show(Note.NONE);
        logo.ifPresent(shown -> {
            double scale = Math.min(1, Math.min(LOGO_WIDTH / shown.width(), LOGO_HEIGHT / shown.height()));
            picture.setFitWidth(shown.width() * scale);
            picture.setImage(new Image(new ByteArrayInputStream(shown.png())));
        });
        choose.setText(messages.get(logo.isPresent() ? "settings.cardLogo.replace" : "settings.cardLogo.choose"));
        NodeVisibility.set(frame, logo.isPresent());
        NodeVisibility.set(remove, logo.isPresent());
    }

    /** Returns whether another logo than the stored one is chosen. */
    boolean isEdited() {
        return isTouched && !Arrays.equals(bytes(chosen), bytes(stored));
    }

    private static byte[] bytes(Optional<CardLogo> logo) {
        return logo.map(CardLogo::png).orElseGet(() -> new byte[0]);
    }

    /** Stores the logo in the background. The texts are stored with all others of the form. */
    void save() {
        if (isEdited()) {
            Optional<CardLogo> logo = chosen;
            taskRunner.run(
                    () -> {
                        try {
                            repository.storeLogo(logo);
                            return Optional.<IOException>empty();
                        } catch (IOException failure) {
                            return Optional.of(failure);
                        }
                    },
                    failed -> failed.ifPresent(failure ->
                            dialogs.showFileFailure(failure, "settings.cardLogo", "settings.cardLogo.failed")));
        }
    }
}
