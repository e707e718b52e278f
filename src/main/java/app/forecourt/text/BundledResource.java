package app.forecourt.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The data files of this room. */
public final class BundledResource {
    private BundledResource() {}

    /** A file beside this class, UTF-8. */
    public static Reader open(String name) {
        return new InputStreamReader(Objects.requireNonNull(BundledResource.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8);
    }

    /** The same as properties. */
    public static Properties properties(String name) {
        var properties = new Properties();
        try (Reader reader = open(name)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
