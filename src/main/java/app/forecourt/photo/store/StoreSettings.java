package app.forecourt.photo.store;

import app.forecourt.http.UrlPolicy;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where photos are put, and where the public sees them. It holds no password.
 *
 * @param address the host
 * @param port 0 for the usual one
 * @param folder the existing folder below which photos are put; {@code ""} for the one after signing in
 * @param user the user name
 * @param publicAddress the web address under which the contents of the folder appear
 */
public record StoreSettings(Kind kind, String address, int port, String folder, String user, String publicAddress) {
    private static final int SSH_PORT = 22;
    private static final int FTP_PORT = 21;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("^(?:sftp|ssh|ftps?|ftpes)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,252})|[0-9a-f:]{2,45}");
    /** Control characters would end a command of FTP. */
    private static final Pattern PLAIN = Pattern.compile("\\P{Cntrl}{0,500}");

    private static final Pattern WILDCARD = Pattern.compile("[*?\\\\]");

    /** The protocol of a store. Plain FTP is not offered, because it sends the password readable. */
    public enum Kind {
        /** Files over SSH. */
        SFTP,
        /** FTP with TLS. */
        FTPS
    }

    /** A field of the settings. */
    public enum Field {
        ADDRESS,
        PORT,
        FOLDER,
        USER,
        PUBLIC_ADDRESS
    }

    /** What is wrong with a field. */
    public enum Fault {
        /** The field is blank. */
        MISSING,
        /** The field holds something else. */
        INVALID,
        /** The web address has no {@code https://} in front, or another computer would be asked by plain http. */
        NOT_HTTPS,
        /** The address holds a user name or password. */
        HAS_USER
    }

    /** A field with a fault. */
    public record Finding(Field field, Fault fault) {}

    /** Creates settings from typed texts, without the spaces around them. */
    public StoreSettings {
        address = address.strip();
        folder = folder.strip();
        user = user.strip();
        publicAddress = publicAddress.strip();
    }

    /** Returns the first field that is wrong; empty if the store can be tried. */
    public Optional<Finding> check() {
        return hostFault()
                .or(() -> port < 0 || port > MAX_PORT ? finding(Field.PORT, Fault.INVALID) : Optional.empty())
                .or(() -> isFolder() ? Optional.empty() : finding(Field.FOLDER, Fault.INVALID))
                .or(this::userFault)
                .or(() -> webFault(publicAddress).map(fault -> new Finding(Field.PUBLIC_ADDRESS, fault)));
    }

    private Optional<Finding> hostFault() {
        if (address.isEmpty()) {
            return finding(Field.ADDRESS, Fault.MISSING);
        }
        if (host().indexOf('@') >= 0) {
            return finding(Field.ADDRESS, Fault.HAS_USER);
        }
        return HOST.matcher(host()).matches() ? Optional.empty() : finding(Field.ADDRESS, Fault.INVALID);
    }

    private Optional<Finding> userFault() {
        if (user.isEmpty()) {
            return finding(Field.USER, Fault.MISSING);
        }
        return isPlain(user) ? Optional.empty() : finding(Field.USER, Fault.INVALID);
    }

    /** Returns whether a text has no control characters. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** Wildcards are refused, because JSch would expand them. */
    private boolean isFolder() {
        return isPlain(folder) && !WILDCARD.matcher(folder).find() && !("/" + folder + "/").contains("/../");
    }

    private static Optional<Fault> webFault(String typed) {
        return switch (UrlPolicy.checkAddress(typed)) {
            case UrlPolicy.Result.Allowed _ -> Optional.empty();
            case UrlPolicy.Result.Refused(var fault) ->
                Optional.of(
                        switch (fault) {
                            case MISSING -> Fault.MISSING;
                            case NO_SCHEME, NOT_HTTPS -> Fault.NOT_HTTPS;
                            case HAS_USER -> Fault.HAS_USER;
                            case NOT_AN_ADDRESS, HAS_QUERY -> Fault.INVALID;
                        });
        };
    }

    private static Optional<Finding> finding(Field field, Fault fault) {
        return Optional.of(new Finding(field, fault));
    }

    /** Returns the host, without a pasted scheme and path. */
    String host() {
        return SCHEME.matcher(address)
                .replaceFirst("")
                .replaceFirst("/.*$", "")
                .replaceAll("[\\[\\]]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the port, also if it is the usual one. */
    int usedPort() {
        return port > 0 ? port : kind == Kind.SFTP ? SSH_PORT : FTP_PORT;
    }

    /** Returns the folder without slashes at its end. A slash in front means the root. */
    String folderPath() {
        return folder.replaceFirst("(?<=.)/+$", "");
    }

    /** Returns the public address of a photo. */
    public URI publicAddress(String path) {
        return HttpUrl.get(publicAddress)
                .newBuilder()
                .addPathSegments(path)
                .build()
                .uri();
    }
}
