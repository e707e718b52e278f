package app.forecourt.ui.settings;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.SharedStockSettingsInput;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerCheck;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.TypeAheadComboBox;
import app.forecourt.ui.settings.SettingField.Note;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharingMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Settings section for the stock that several desks share. The form saves none of these fields, because the address may
 * have the password.
 */
final class SharedStockSection {
    /** The value of the choice for another stock than the present one. */
    private static final String OTHER = "other";

    private final SettingFields form;
    private final SettingsDialog.SharedStock shared;
    private final SharedStockMembership settings;
    private final Vault vault;
    private final Messages messages;
    private final TextField address = new TextField() {
        @Override
        public void paste() {
            super.paste();
            // The password is readable no longer than needed.
            split();
        }
    };
    private final TextField password = new PasswordField();
    private final TextField certificate = new TextField();
    private final TextField deskName = new TextField();
    private final ComboBox<String> stock;
    private final SettingField addressField;
    private final TestStepsPane testPane;
    private final BooleanProperty isShared = new SimpleBooleanProperty();
    private final VBox view;
    private SharedStockSettingsInput initial;

    SharedStockSection(SettingFields form, SettingsDialog.SharedStock shared, Vault vault) {
        this.form = form;
        this.shared = shared;
        this.settings = shared.settings();
        this.vault = vault;
        messages = form.messages;
        stock = new TypeAheadComboBox<>(value -> messages.get("settings.sharedStockNew." + value));
        stock.getItems().setAll("same", OTHER);
        ObservableValue<Boolean> isTyped = address.textProperty().map(text -> !text.isBlank());
        address.setPromptText(messages.get("settings.example", "postgresql://user:…@server/forecourt"));
        addressField =
                form.create(Setting.SHARED_STOCK_ADDRESS, address, address).check(this::checkAddress);
        SettingField passwordField = form.create(Setting.SHARED_STOCK_SECRET, password, password)
                .check(() -> typed().typedPassword().isPresent() || isStoredPasswordUsable()
                        ? Note.NONE
                        : new Note(messages.get("settings.sharedStockSecret.missing"), false))
                .showWhile(isTyped);
        SettingField certificateField = form.create("sharedStockCertificate", certificate, certificate)
                .check(() -> wrongIf(typed().isRootCertificateFaulty(), "settings.sharedStockCertificate.wrong"))
                .showWhile(isTyped)
                .beside(form.button(
                        "chooseSharedStockCertificate",
                        "settings.choose",
                        _ -> form.dialogs
                                .fileChoosers()
                                .chooseFileToOpen("settings.sharedStockCertificate", "*.crt", "*.pem", "*.cer", "*.*")
                                .ifPresent(file -> certificate.setText(file.toString()))));
        SettingField deskNameField = form.create(Setting.DESK_NAME, deskName, deskName)
                .check(() -> wrongIf(
                        typed().isDeskNameFaulty() && !typed().isBlank(),
                        "settings.deskName.wrong",
                        SharedStockSettingsInput.LONGEST_NAME))
                .showWhile(isTyped);
        SettingField stockField = form.create(Setting.SHARED_STOCK_NEW, stock, stock)
                .check(() -> new Note(messages.get("settings.sharedStockNew.about." + stock.getValue()), false))
                .showWhile(isShared);
        Button start = form.button("testSharedStock", "settings.sharedStockTest", this::startTest);
        testPane = new TestStepsPane("sharedStockTest", form);
        VBox tests = new VBox(start, SettingField.hint(messages.get("settings.sharedStockTest.hint")), testPane);
        tests.getStyleClass().add("tests");
        tests.visibleProperty().bind(isTyped);
        tests.managedProperty().bind(isTyped);
        view = SettingFields.rows(
                SettingField.hint(messages.get("settings.shared.about")),
                addressField,
                passwordField,
                certificateField,
                deskNameField,
                stockField,
                tests,
                copyField().showWhile(isShared),
                leaveField().showWhile(isShared));
        initial = showStored();
        List<SettingField> fields = List.of(addressField, passwordField, certificateField, deskNameField);
        fields.forEach(
                field -> field.limitPaste(messages).input().textProperty().subscribe(_ -> {
                    testPane.reset();
                    fields.forEach(SettingField::refresh);
                }));
        stock.valueProperty().subscribe(_ -> stockField.refresh());
        address.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                split();
            }
        });
        offerDeskName();
    }

    Node view() {
        return view;
    }

    private SharedStockSettingsInput typed() {
        return new SharedStockSettingsInput(
                address.getText(), password.getText(), certificate.getText(), deskName.getText());
    }

    /** Moves the password and the certificate file of an address into their own fields. */
    private void split() {
        SharedStockSettingsInput parts = typed().split();
        if (!parts.equals(typed())) {
            show(parts);
        }
    }

    private void show(SharedStockSettingsInput shown) {
        password.setText(shown.password());
        certificate.setText(shown.rootCertificate());
        deskName.setText(shown.deskName());
        address.setText(shown.address());
        address.end();
    }

    private SharedStockSettingsInput showStored() {
        Optional<ServerAddress> stored = settings.setup().map(Setup::address);
        isShared.set(stored.isPresent());
        stock.setValue("same");
        SharedStockSettingsInput shown = new SharedStockSettingsInput(
                        stored.map(ServerAddress::text).orElse(""), "", "", settings.deskName())
                .split();
        show(shown);
        showStoredSecret();
        return shown;
    }

    private Note checkAddress() {
        if (typed().isBlank()) {
            return wrongIf(isShared.get(), "settings.shared.blank");
        }
        return typed().problem()
                .map(problem -> new Note(new SharingMessages(messages).sentence(problem), true))
                .orElse(Note.NONE);
    }

    private Note wrongIf(boolean isWrong, String key, Object... arguments) {
        return isWrong ? new Note(messages.get(key, arguments), true) : Note.NONE;
    }

    /** Returns whether the stored password may be used. It is sent only to the address for which it was typed. */
    private boolean isStoredPasswordUsable() {
        return vault.has(Setting.SHARED_STOCK_SECRET)
                && typed().serverAddress().equals(settings.setup().map(Setup::address));
    }

    private void offerDeskName() {
        if (deskName.getText().isBlank()) {
            form.taskRunner.run(shared.deskName()::get, name -> {
                if (deskName.getText().isBlank()) {
                    boolean wasEdited = isEdited();
                    deskName.setText(name);
                    initial = wasEdited ? initial : typed();
                }
            });
        }
    }

    private void startTest(Button start) {
        split();
        SharedStockSettingsInput typed = typed();
        Optional<ServerAddress> tested = typed.serverAddress();
        if (tested.isEmpty()) {
            (typed.problem().isPresent() ? address : certificate).requestFocus();
            return;
        }
        boolean isStored = isStoredPasswordUsable();
        typed.typedPassword().ifPresent(vault.redaction()::addSecret);
        testPane.start(start, run -> {
            try {
                String secret = typed.typedPassword()
                        .orElseGet(() -> isStored ? vault.secret(Setting.SHARED_STOCK_SECRET) : "");
                String result = ServerCheck.isPrepared(tested.get(), secret) ? "ready" : "prepare";
                run.passed("connect", messages.get("settings.sharedStockTest." + result));
            } catch (StockServerException failed) {
                run.failed("connect", new SharingMessages(messages).sentence(failed.failure()));
            }
        });
    }

    private SettingField copyField() {
        Button copy = form.button(
                "copySharedStock",
                "settings.shared.copy.button",
                button -> settings.setup().map(Setup::address).ifPresent(saved -> {
                    // The folder belongs to this computer.
                    Optional<Path> file = saved.rootCertificate().map(Path::getFileName);
                    ClipboardText.text(saved.withRootCertificate(file).text());
                    button.setText(messages.get("outcome.copied"));
                }));
        return new SettingField(messages.get("settings.shared.copy"), copy, copy)
                .with(SettingField.hint(messages.get("settings.shared.copy.hint")));
    }

    private SettingField leaveField() {
        Button leave = form.button("leaveSharedStock", "settings.shared.leave.button", _ -> {
            if (form.dialogs.ask(
                    "settings.shared.leave",
                    "settings.shared.leave.ask",
                    "settings.shared.leave.yes",
                    "settings.shared.leave.no")) {
                settings.leave();
                initial = showStored();
                addressField.show(new Note(messages.get("settings.shared.left"), false));
                address.requestFocus();
                // The section is much shorter now, and the page would show the next one in its place.
                SettingsPage.scrollTo(address);
            }
        });
        return new SettingField(messages.get("settings.shared.leave"), leave, leave)
                .with(SettingField.hint(messages.get("settings.shared.leave.hint")));
    }

    /** Moves the focus to the field that the user has to correct, if the server can't be used now. */
    void focusFault() {
        shared.failure()
                .get()
                .map(failure -> switch (failure) {
                    case LOCKED_PASSWORD, WRONG_PASSWORD -> password;
                    case UNSAFE -> certificate;
                    default -> address;
                })
                .ifPresent(Node::requestFocus);
    }

    /** Shows whether a password is stored. */
    void showStoredSecret() {
        password.setPromptText(vault.has(Setting.SHARED_STOCK_SECRET) ? messages.get("settings.kept") : "");
    }

    /** Returns whether the fields differ from those shown at first. */
    boolean isEdited() {
        // A name that was only offered is no edit.
        return typed().isBlank() ? !initial.isBlank() : stock.getValue().equals(OTHER) || !typed().equals(initial);
    }

    /** Stores the shared stock, if the user has changed it. */
    void save() {
        split();
        if (isEdited()) {
            typed().setup()
                    .ifPresent(setup -> settings.save(
                            setup, typed().typedPassword(), stock.getValue().equals(OTHER)));
        }
    }
}
