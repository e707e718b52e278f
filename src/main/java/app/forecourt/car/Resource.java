package app.forecourt.car;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The data files of this room. */
final class Resource {
    private Resource() {}

    /** A file beside this class, UTF-8. */
    static Reader open(String name) {
        return new InputStreamReader(Objects.requireNonNull(Resource.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8);
    }

    /** The same as properties. */
    static Properties properties(String name) {
        var properties = new Properties();
        try (Reader reader = open(name)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
