package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.sharing.SharedStockSettings.Setup;
import app.forecourt.sharing.StockInvitation;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharedStockMessages;
import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/** The writing and opening of invitations in the settings. */
final class SharedStockInvitations {
    private static final String JSON = "*.json";

    private final SharedStockSection.Services services;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Consumer<ServerAddress> onOpened;
    private final Label opened = result("openInvitationResult");
    private final Label written = result("inviteResult");

    /** The outcome of opening: an address, or a sentence that says why there is none. */
    private record Opened(Optional<ServerAddress> address, String sentence) {}

    /** @param onOpened receives the address of an opened invitation */
    SharedStockInvitations(
            SharedStockSection.Services services,
            TaskRunner taskRunner,
            Messages messages,
            Dialogs dialogs,
            Consumer<ServerAddress> onOpened) {
        this.services = services;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
        this.onOpened = onOpened;
    }

    private static Label result(String id) {
        Label label = SettingField.hint("");
        label.setId(id);
        TextWrapPolicy.enable(label);
        LiveRegion.announceChanges(label);
        NodeVisibility.set(label, false);
        return label;
    }

    private static void show(Label label, String sentence, boolean isError) {
        label.setText(sentence);
        label.pseudoClassStateChanged(Styles.STATE_DANGER, isError);
        NodeVisibility.set(label, true);
    }

    /** Returns the button that opens an invitation, with its result below. */
    VBox openLine(SettingsForm form) {
        Button open = form.button(
                "openInvitation",
                "settings.shared.invitation.open",
                _ -> dialogs.fileChoosers()
                        .chooseFileToOpen("settings.shared.invitation", JSON)
                        .ifPresent(this::open));
        VBox line = new VBox(open, opened);
        line.getStyleClass().add("setting-cell");
        return line;
    }

    /** Opens an invitation and fills the fields with it. */
    void open(Path file) {
        taskRunner.run(() -> read(file), result -> {
            result.address().ifPresent(onOpened);
            show(opened, result.sentence(), result.address().isEmpty());
        });
    }

    private Opened read(Path file) {
        return switch (StockInvitation.read(file)) {
            case StockInvitation.Result.Refused(var reason) ->
                new Opened(Optional.empty(), new SharedStockMessages(messages).sentence(reason));
            case StockInvitation.Result.Read(StockInvitation invitation) -> {
                try {
                    yield new Opened(
                            Optional.of(invitation.install(services.home())),
                            messages.get("settings.shared.invitation.opened"));
                } catch (IOException unwritable) {
                    yield new Opened(Optional.empty(), messages.get("settings.shared.invitation.not_stored"));
                }
            }
        };
    }

    /** Returns the field with the button that writes an invitation. */
    SettingField inviteField(SettingsForm form) {
        Button invite = form.button(
                "inviteDesk",
                "settings.shared.invite.button",
                _ -> services.settings().setup().map(Setup::address).ifPresent(this::invite));
        return new SettingField(messages.get("settings.shared.invite"), invite, new VBox(invite, written))
                .with(SettingField.hint(messages.get("settings.shared.invite.hint")));
    }

    private void invite(ServerAddress address) {
        if (address.isOnThisComputer()) {
            show(written, messages.get("settings.shared.invite.local"), true);
            return;
        }
        dialogs.fileChoosers()
                .chooseFileToSave("settings.shared.invite.title", StockInvitation.FILE_NAME, JSON)
                .ifPresent(file -> write(address, file));
    }

    /** Writes an invitation and shows the result. */
    void write(ServerAddress address, Path file) {
        taskRunner.run(
                () -> {
                    try {
                        StockInvitation.to(address).write(file);
                        return true;
                    } catch (IOException | CertificateException failed) {
                        return false;
                    }
                },
                isWritten -> show(
                        written,
                        messages.get(
                                isWritten ? "settings.shared.invite.written" : "settings.shared.invite.failed",
                                file.toString()),
                        !isWritten));
    }

    /** Lets the user drop an invitation on a node. */
    void acceptDrops(Node target) {
        target.setOnDragOver(drag -> {
            if (dropped(drag).findAny().isPresent()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        target.setOnDragDropped(drag -> {
            dropped(drag).findFirst().ifPresent(file -> {
                open(file);
                drag.setDropCompleted(true);
                drag.consume();
            });
        });
    }

    private static Stream<Path> dropped(DragEvent drag) {
        List<java.io.File> files = drag.getDragboard().getFiles();
        return files == null
                ? Stream.empty()
                : files.stream()
                        .map(java.io.File::toPath)
                        .filter(file -> file.toString().endsWith(".json"));
    }
}
