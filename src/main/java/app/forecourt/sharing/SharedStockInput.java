package app.forecourt.sharing;

import app.forecourt.sharing.SharedStockSettings.Setup;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddressParser;
import app.forecourt.sharing.connection.ServerAddressParser.Problem;
import app.forecourt.sharing.connection.ServerAddressParser.Result;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shared stock as typed into the settings. The text of the address may still have a password in it.
 *
 * @param rootCertificate the file with the own certificate authority; blank for those of Java
 */
public record SharedStockInput(String address, String password, String rootCertificate, String deskName) {
    /** The largest number of characters of a desk's name. It is shown beside a car. */
    public static final int LONGEST_NAME = 40;

    /** The risks of an address that can be used. */
    public enum Risk {
        /** Nobody checks whether the server is the right one. */
        UNVERIFIED,
        /** The certificate may belong to another computer. */
        ANY_HOST
    }

    public SharedStockInput {
        address = address.strip();
        rootCertificate = rootCertificate.strip();
        deskName = deskName.strip();
    }

    /** Returns whether nothing is to be shared. */
    public boolean isBlank() {
        return address.isEmpty();
    }

    /** Returns what is wrong with the address; empty if it can be used. */
    public Optional<Result.Faulty> addressFault() {
        return switch (ServerAddressParser.parse(address)) {
            case Result.Faulty faulty -> Optional.of(faulty);
            // A blank in the middle comes from a copied line break.
            case Result.Usable(ServerAddress usable, var _)
            when usable.host().matches(".*\\s.*") -> Optional.of(new Result.Faulty(Problem.NO_HOST, usable.host()));
            case Result.Usable _ -> Optional.empty();
        };
    }

    /** Returns whether the name of the certificate file can't be one. The content is known only from the disk. */
    public boolean isRootCertificateFaulty() {
        return !rootCertificate.isEmpty() && rootFile().filter(Path::isAbsolute).isEmpty();
    }

    /** Returns the typed file with the certificate authority. */
    public Optional<Path> rootFile() {
        try {
            return rootCertificate.isEmpty() ? Optional.empty() : Optional.of(Path.of(rootCertificate));
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    /** Returns whether the name of the desk can't be used: it is blank or too long. */
    public boolean isDeskNameFaulty() {
        return deskName.isEmpty() || deskName.length() > LONGEST_NAME;
    }

    /** Returns the whole address if it can be used. The file in its own field replaces one in the address. */
    public Optional<ServerAddress> serverAddress() {
        return addressFault().isPresent() || isRootCertificateFaulty()
                ? Optional.empty()
                : usable().map(usable -> usable.address()
                        .withRootCertificate(
                                rootFile().or(() -> usable.address().rootCertificate())));
    }

    private Optional<Result.Usable> usable() {
        return ServerAddressParser.parse(address) instanceof Result.Usable usable
                ? Optional.of(usable)
                : Optional.empty();
    }

    /** Returns the typed password; empty if the stored one stays. */
    public Optional<String> typedPassword() {
        return Optional.of(password)
                .filter(typed -> !typed.isEmpty())
                .or(() -> usable().flatMap(Result.Usable::password));
    }

    /** Returns the risk of the address. */
    public Optional<Risk> risk() {
        return serverAddress()
                .filter(address -> !address.isOnThisComputer())
                .flatMap(address -> switch (address.encryption()) {
                    case UNVERIFIED -> Optional.of(Risk.UNVERIFIED);
                    case VERIFIED_ISSUER -> Optional.of(Risk.ANY_HOST);
                    case VERIFIED, NONE -> Optional.empty();
                });
    }

    /** Returns what would be saved; empty if something is wrong or nothing is to be shared. */
    public Optional<Setup> setup() {
        return isDeskNameFaulty() ? Optional.empty() : serverAddress().map(address -> new Setup(address, deskName));
    }

    /** Returns the parts of the text in their own fields, so that the password is no longer readable. */
    public SharedStockInput split() {
        return usable().filter(_ -> addressFault().isEmpty())
                .map(usable -> new SharedStockInput(
                        usable.address().withRootCertificate(Optional.empty()).text(),
                        usable.password().orElse(password),
                        usable.address().rootCertificate().map(Path::toString).orElse(rootCertificate),
                        deskName))
                .orElse(this);
    }

    /** Returns whether the text of the address has a part that belongs into a field of its own. */
    public boolean isSplittable() {
        return addressFault().isEmpty()
                && usable().filter(usable -> usable.password().isPresent()
                                || usable.address().rootCertificate().isPresent())
                        .isPresent();
    }

    /** Returns the fields without the password. */
    @Override
    public String toString() {
        return "SharedStockInput[" + usable().map(Result.Usable::toString).orElse("…") + ", " + deskName + "]";
    }
}
