package app.forecourt.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Data files that are packed with the program, each beside the class that reads it. */
public final class BundledResource {
    private BundledResource() {}

    /** Opens a UTF-8 file beside a class. */
    public static Reader open(Class<?> beside, String name) {
        return new InputStreamReader(Objects.requireNonNull(beside.getResourceAsStream(name)),
                StandardCharsets.UTF_8);
    }

    /** Reads a file of properties beside a class. */
    public static Properties properties(Class<?> beside, String name) {
        var properties = new Properties();
        try (Reader reader = open(beside, name)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
