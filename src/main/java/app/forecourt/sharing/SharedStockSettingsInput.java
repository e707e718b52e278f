package app.forecourt.sharing;

import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerAddressParser;
import app.forecourt.sharing.server.ServerAddressParser.Problem;
import app.forecourt.sharing.server.ServerAddressParser.Result;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shared stock as typed into the settings. The text of the address may still have a password in it.
 *
 * @param rootCertificate the file with the own certificate authority; blank for those of Java
 */
public record SharedStockSettingsInput(String address, String password, String rootCertificate, String deskName) {
    /** The largest number of characters of a desk's name. It is shown beside a car. */
    public static final int LONGEST_NAME = 40;

    public SharedStockSettingsInput {
        address = address.strip();
        rootCertificate = rootCertificate.strip();
        deskName = deskName.strip();
    }

    /** Returns whether nothing is to be shared. */
    public boolean isBlank() {
        return address.isEmpty();
    }

    /** Returns what is wrong with the address; empty if it can be used. */
    public Optional<Problem> problem() {
        return ServerAddressParser.parse(address) instanceof Result.Faulty(Problem problem)
                ? Optional.of(problem)
                : Optional.empty();
    }

    /** Returns whether the name of the certificate file can't be one. The content is known only from the disk. */
    public boolean isRootCertificateFaulty() {
        return !rootCertificate.isEmpty() && rootFile().filter(Path::isAbsolute).isEmpty();
    }

    private Optional<Path> rootFile() {
        try {
            return Optional.of(rootCertificate).filter(name -> !name.isEmpty()).map(Path::of);
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    /** Returns whether the name of the desk can't be used: it is blank or too long. */
    public boolean isDeskNameFaulty() {
        return deskName.isEmpty() || deskName.length() > LONGEST_NAME;
    }

    private Optional<Result.Usable> usable() {
        return ServerAddressParser.parse(address) instanceof Result.Usable usable
                ? Optional.of(usable)
                : Optional.empty();
    }

    /** Returns the parts of the text in their own fields, so that the password is no longer readable. */
    public SharedStockSettingsInput split() {
        return usable().map(usable -> new SharedStockSettingsInput(
                        usable.address().withRootCertificate(Optional.empty()).text(),
                        usable.password().orElse(password),
                        usable.address().rootCertificate().map(Path::toString).orElse(rootCertificate),
                        deskName))
                .orElse(this);
    }

    /** Returns the typed password; empty if the stored one stays. */
    public Optional<String> typedPassword() {
        return Optional.of(split().password).filter(typed -> !typed.isEmpty());
    }

    /** Returns the whole address if it can be used. */
    public Optional<ServerAddress> serverAddress() {
        SharedStockSettingsInput parts = split();
        return parts.usable()
                .filter(_ -> !parts.isRootCertificateFaulty())
                .map(usable -> usable.address().withRootCertificate(parts.rootFile()));
    }

    /** Returns what would be saved; empty if something is wrong or nothing is to be shared. */
    public Optional<Setup> setup() {
        return isDeskNameFaulty() ? Optional.empty() : serverAddress().map(address -> new Setup(address, deskName));
    }

    /** Returns the fields without the password. */
    @Override
    public String toString() {
        return "SharedStockSettingsInput["
                + usable().map(Result.Usable::toString).orElse("…") + ", " + deskName + "]";
    }
}
