package app.forecourt.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Access to the data files of the program. Each file is in the package of the class that reads it. */
public final class BundledResource {
    private BundledResource() {}

    /** Opens a UTF-8 file in the package of a class. */
    public static Reader open(Class<?> owner, String name) {
        return new InputStreamReader(Objects.requireNonNull(owner.getResourceAsStream(name)), StandardCharsets.UTF_8);
    }

    /**
     * Reads a UTF-8 properties file in the package of a class.
     *
     * @throws UncheckedIOException if the file can't be read
     */
    public static Properties loadProperties(Class<?> owner, String name) {
        var properties = new Properties();
        try (Reader reader = open(owner, name)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
