package app.forecourt.ui.settings;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.file.CertificateFile;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.SharedStockInput;
import app.forecourt.sharing.SharedStockSettings;
import app.forecourt.sharing.SharedStockSettings.Setup;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.ServerCheck;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.LabelComboBox;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharedStockMessages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Settings section for the stock that several desks share. The form saves none of these fields, because the address may
 * have the password.
 */
final class SharedStockSection {
    /** The values of the choice. */
    private static final String SAME = "same";

    private static final String OTHER = "other";

    private final SettingsForm form;
    private final Services services;
    private final Vault vault;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Dialogs dialogs;
    private final SharedStockNotes notes;
    private final SharedStockTextFields textFields = new SharedStockTextFields();
    private final TextField address = textFields.address;
    private final TextField password = textFields.password;
    private final TextField certificate = textFields.certificate;
    private final TextField deskName = textFields.deskName;
    private final ComboBox<String> stock;
    private final SettingField addressField;
    private final SettingField passwordField;
    private final SettingField certificateField;
    private final SettingField deskNameField;
    private final TestPane testPane;
    private final SharedStockInvitations invitations;
    private final BooleanProperty isShared = new SimpleBooleanProperty();
    private final VBox view;
    private SharedStockInput initial;

    /**
     * The services of the section.
     *
     * @param deskName supplier of the name that is offered for this desk; may block
     * @param home the folder for the certificate authority of an invitation
     */
    record Services(SharedStockSettings settings, Supplier<String> deskName, Path home) {}

    SharedStockSection(
            SettingsForm form,
            Services services,
            Vault vault,
            TaskRunner taskRunner,
            Messages messages,
            Dialogs dialogs) {
        this.form = form;
        this.services = services;
        this.vault = vault;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
        notes = new SharedStockNotes(services.settings(), vault, messages);
        stock = new LabelComboBox<>(value -> messages.get("settings.sharedStockNew." + value));
        stock.getItems().setAll(SAME, OTHER);
        ObservableValue<Boolean> isTyped = address.textProperty().map(text -> !text.isBlank());
        invitations = new SharedStockInvitations(services, taskRunner, messages, dialogs, this::fillIn);
        addressField = text(Setting.SHARED_STOCK_ADDRESS, address)
                .check(() -> notes.ofAddress(textFields.typed()))
                .with(invitations.openLine(form));
        passwordField = text(Setting.SHARED_STOCK_SECRET, password)
                .check(() -> notes.ofPassword(textFields.typed()))
                .showWhile(isTyped);
        certificateField = form.create("sharedStockCertificate", certificate, certificate)
                .limitPaste(messages)
                .check(() -> notes.ofCertificate(textFields.typed()))
                .showWhile(isTyped)
                .beside(form.button("chooseSharedStockCertificate", "settings.choose", _ -> chooseCertificate()));
        deskNameField = text(Setting.DESK_NAME, deskName)
                .check(() -> notes.ofDeskName(textFields.typed()))
                .showWhile(isTyped);
        SettingField stockField = form.create(Setting.SHARED_STOCK_NEW, stock, stock)
                .check(() -> notes.ofStock(stock.getValue()))
                .showWhile(Bindings.createBooleanBinding(
                        () -> isShared.get() && isTyped.getValue(), isShared, address.textProperty()));
        Button start = form.button("testSharedStock", "settings.sharedStockTest", this::startTest);
        testPane = new TestPane("sharedStockTest", form, taskRunner, messages);
        VBox tests = new VBox(start, SettingField.hint(messages.get("settings.sharedStockTest.hint")), testPane);
        tests.getStyleClass().add("tests");
        tests.visibleProperty().bind(isTyped);
        tests.managedProperty().bind(isTyped);
        view = SettingsForm.rows(
                SettingField.hint(messages.get("settings.shared.about")),
                addressField,
                passwordField,
                certificateField,
                deskNameField,
                stockField,
                tests,
                invitations.inviteField(form).showWhile(isShared),
                leaveField().showWhile(isShared));
        invitations.acceptDrops(view);
        address.setPromptText(messages.get("settings.example", "postgresql://user:…@server/forecourt"));
        initial = showStored();
        textFields.whenTyped(this::refresh);
        stock.valueProperty().subscribe(_ -> stockField.refresh());
        textFields.splitAddresses();
        certificate.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                checkCertificate();
            }
        });
        offerDeskName();
        refresh();
    }

    private SettingField text(Setting setting, TextField input) {
        return form.create(setting, input, input).limitPaste(messages);
    }

    Node view() {
        return view;
    }

    private SharedStockInput showStored() {
        Optional<Setup> setup = services.settings().setup();
        isShared.set(setup.isPresent());
        stock.setValue(SAME);
        password.clear();
        setup.ifPresentOrElse(stored -> textFields.show(stored.address()), address::clear);
        deskName.setText(services.settings().deskName());
        showStoredSecret();
        return textFields.typed();
    }

    /** Shows the address of an invitation, and moves the focus to the password, which it lacks. */
    private void fillIn(ServerAddress invited) {
        textFields.show(invited);
        password.requestFocus();
    }

    /** Fills the fields with an invitation. */
    void openInvitation(Path file) {
        invitations.open(file);
    }

    private void refresh() {
        testPane.reset();
        Stream.of(addressField, passwordField, certificateField, deskNameField).forEach(SettingField::refresh);
    }

    private void offerDeskName() {
        if (deskName.getText().isBlank()) {
            taskRunner.run(services.deskName()::get, name -> {
                if (deskName.getText().isBlank()) {
                    boolean wasEdited = isEdited();
                    deskName.setText(name);
                    initial = wasEdited ? initial : textFields.typed();
                }
            });
        }
    }

    private void chooseCertificate() {
        dialogs.fileChoosers()
                .chooseFileToOpen("settings.sharedStockCertificate", "*.crt", "*.pem", "*.cer", "*.*")
                .ifPresent(file -> {
                    certificate.setText(file.toString());
                    checkCertificate();
                });
    }

    /** Looks into the file of the certificate authority. */
    private void checkCertificate() {
        textFields
                .typed()
                .rootFile()
                .ifPresent(file -> taskRunner.run(() -> CertificateFile.isUsable(file), isUsable -> {
                    notes.noteCertificate(file, isUsable);
                    certificateField.refresh();
                }));
    }

    private void startTest(Button start) {
        textFields.split();
        Optional<SettingField> faulty = Stream.of(addressField, certificateField)
                .filter(SettingField::isInvalid)
                .findFirst();
        if (faulty.isPresent()) {
            faulty.get().control().requestFocus();
            return;
        }
        SharedStockInput typed = textFields.typed();
        // A stored password is read for the address that it is bound to, and for no other one.
        Supplier<String> secret = typed.typedPassword()
                .map(text -> (Supplier<String>) () -> text)
                .orElseGet(() -> notes.isStoredPasswordUsable(typed)
                        ? () -> vault.secret(Setting.SHARED_STOCK_SECRET)
                        : () -> "");
        typed.typedPassword().ifPresent(vault.redaction()::addSecret);
        typed.serverAddress()
                .ifPresent(tested -> testPane.start(start, run -> {
                    try {
                        run.passed(
                                "connect",
                                messages.get("settings.sharedStockTest."
                                        + (ServerCheck.isPrepared(tested, secret.get()) ? "ready" : "prepare")));
                    } catch (StockServerException failed) {
                        run.failed("connect", new SharedStockMessages(messages).sentence(failed.failure()));
                    }
                }));
    }

    private SettingField leaveField() {
        Button leave = form.button("leaveSharedStock", "settings.shared.leave.button", _ -> {
            if (dialogs.ask(
                    "settings.shared.leave",
                    "settings.shared.leave.ask",
                    "settings.shared.leave.yes",
                    "settings.shared.leave.no")) {
                services.settings().leave();
                certificate.clear();
                initial = showStored();
                refresh();
                addressField.show(new Note(messages.get("settings.shared.left"), false));
                address.requestFocus();
                // The section is much shorter now, and the page would show the next one in its place.
                SettingsPage.scrollTo(address);
            }
        });
        return new SettingField(messages.get("settings.shared.leave"), leave, leave)
                .with(SettingField.hint(messages.get("settings.shared.leave.hint")));
    }

    /** Moves the focus to the field that the user has to correct after a failure. */
    void focusFault(ServerFailure failure) {
        textFields.fieldOf(failure).requestFocus();
    }

    /** Shows whether a password is stored. */
    void showStoredSecret() {
        password.setPromptText(vault.has(Setting.SHARED_STOCK_SECRET) ? messages.get("settings.kept") : "");
    }

    /** Returns whether the fields differ from those shown at first. */
    boolean isEdited() {
        boolean isOther = !textFields.typed().isBlank() && stock.getValue().equals(OTHER);
        // A name that was only offered is no edit.
        return isOther
                || (textFields.typed().isBlank()
                        ? !initial.isBlank()
                        : !textFields.typed().equals(initial));
    }

    /** Stores the shared stock, if the user has changed it. */
    void save() {
        textFields.split();
        if (isEdited()) {
            textFields
                    .typed()
                    .setup()
                    .ifPresent(setup -> services.settings()
                            .save(
                                    setup,
                                    textFields.typed().typedPassword(),
                                    stock.getValue().equals(OTHER)));
        }
    }
}
