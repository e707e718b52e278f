package app.forecourt.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The mark of a graphics driver that shows no window. A start with the driver leaves the mark in the home, and its
 * first frame removes it. A start that finds the mark draws without the driver, and so do all later starts of that
 * version of the program.
 */
public final class GraphicsMark {
    /** JavaFX's property with the ways to draw. */
    private static final String ORDER = "prism.order";

    private final Path file;
    private final String version;
    private final Properties properties;

    /**
     * Creates the mark of a home.
     *
     * @param version the version of the program
     * @param properties the system properties
     */
    public GraphicsMark(Path home, String version, Properties properties) {
        this.file = home.resolve("graphics");
        this.version = version;
        this.properties = properties;
    }

    /**
     * Chooses how this start draws. Called before JavaFX starts.
     *
     * @param isSoftware true if the user wants a window without the graphics driver
     */
    public void chooseRenderer(boolean isSoftware) {
        try {
            if (isSoftware || (Files.exists(file) && Files.readString(file).equals(version))) {
                properties.setProperty(ORDER, "sw");
            } else if (isUsual()) {
                Files.writeString(file, version);
            }
        } catch (IOException unusable) {
            // A home that can't be written has no mark.
        }
    }

    /** Removes the mark of this start. */
    public void onFirstFrame() {
        try {
            if (isUsual()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // The next start draws without the driver.
        }
    }

    private boolean isUsual() {
        return properties.getProperty(ORDER) == null;
    }
}
