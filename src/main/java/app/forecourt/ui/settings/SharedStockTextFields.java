package app.forecourt.ui.settings;

import app.forecourt.sharing.SharedStockInput;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/**
 * The text fields of a shared stock. A pasted address is split at once, so that its password is not readable any longer
 * than needed.
 */
final class SharedStockTextFields {
    final TextField address = new TextField();
    final TextField password = new PasswordField();
    final TextField certificate = new TextField();
    final TextField deskName = new TextField();

    /** Returns what the fields have. */
    SharedStockInput typed() {
        return new SharedStockInput(address.getText(), password.getText(), certificate.getText(), deskName.getText());
    }

    /** Shows an address with its certificate authority. */
    void show(ServerAddress shown) {
        address.setText(shown.withRootCertificate(Optional.empty()).text());
        certificate.setText(shown.rootCertificate().map(Path::toString).orElse(""));
    }

    /** Splits an address when it is pasted, and a typed one when the user leaves the field. */
    void splitAddresses() {
        address.textProperty().subscribe((before, after) -> {
            if (inserted(before, after) > 1) {
                split();
            }
        });
        address.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                split();
            }
        });
    }

    /** Returns how many characters were put in. The lengths do not tell it if an address replaces another one. */
    private static int inserted(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int head = equalCharacters(shorter, i -> before.charAt(i) == after.charAt(i));
        int tail = equalCharacters(
                shorter - head, i -> before.charAt(before.length() - 1 - i) == after.charAt(after.length() - 1 - i));
        return after.length() - head - tail;
    }

    private static int equalCharacters(int most, IntPredicate isEqual) {
        return (int) IntStream.range(0, most).takeWhile(isEqual).count();
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

    /** Returns the field that the user has to correct after a failure. Most failures are about the address. */
    TextField fieldOf(ServerFailure failure) {
        return switch (failure) {
            case LOCKED_PASSWORD, NO_PASSWORD, WRONG_PASSWORD -> password;
            case NO_ROOT_CERTIFICATE, UNTRUSTED_CERTIFICATE -> certificate;
            default -> address;
        };
    }

    /** Sets the listener for a change of any field. */
    void whenTyped(Runnable listener) {
        Stream.of(address, password, certificate, deskName)
                .forEach(input -> input.textProperty().subscribe((_, _) -> listener.run()));
    }
}
