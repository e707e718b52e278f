package app.forecourt.ui.settings;

import app.forecourt.sharing.SharedStockInput;
import app.forecourt.sharing.server.ServerAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/**
 * The text fields of a shared stock. A pasted address is split at once, so that its password is not readable any longer
 * than needed.
 */
final class SharedStockInputs {
    final TextField address = new TextField();
    final TextField password = new PasswordField();
    final TextField certificate = new TextField();
    final TextField deskName = new TextField();

    /** Returns what the fields have. */
    SharedStockInput typed() {
        return new SharedStockInput(address.getText(), password.getText(), certificate.getText(),
                deskName.getText());
    }

    /** Shows an address with its certificate authority. */
    void show(ServerAddress shown) {
        address.setText(shown.withRootCertificate(Optional.empty()).text());
        certificate.setText(shown.rootCertificate().map(Path::toString).orElse(""));
    }

    /** Splits an address when it is pasted, and a typed one when the user leaves the field. */
    void splitAddresses() {
        address.textProperty().subscribe((before, after) -> {
            if (Math.abs(after.length() - before.length()) > 1) {
                split();
            }
        });
        address.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                split();
            }
        });
    }

    /** Moves the password and the certificate file of an address into their own fields. */
    void split() {
        SharedStockInput typed = typed();
        if (typed.isSplittable()) {
            SharedStockInput parts = typed.split();
            password.setText(parts.password());
            certificate.setText(parts.rootCertificate());
            address.setText(parts.address());
            address.end();
        }
    }

    /** Sets the listener for a change of any field. */
    void whenTyped(Runnable listener) {
        Stream.of(address, password, certificate, deskName)
                .forEach(input -> input.textProperty().subscribe((_, _) -> listener.run()));
    }
}
