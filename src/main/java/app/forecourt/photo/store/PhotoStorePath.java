package app.forecourt.photo.store;

import java.util.regex.Pattern;

/**
 * The path of a photo below the folder of the settings.
 *
 * @param folder one level
 */
record PhotoStorePath(String folder, String name) {
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}/[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.jpg");

    /** Parses a path. Only letters and digits are allowed, so that it needs no escape in any protocol. */
    static PhotoStorePath of(String path) {
        if (!SAFE.matcher(path).matches()) {
            throw new IllegalArgumentException("no path of a photo");
        }
        int slash = path.indexOf('/');
        return new PhotoStorePath(path.substring(0, slash), path.substring(slash + 1));
    }

    /** Returns the name during the upload. */
    String temporaryName() {
        return name + ".part";
    }

    /** Returns a path below a folder, or below the current one if that is empty. */
    static String below(String folder, String name) {
        return folder.isEmpty() ? name : folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
