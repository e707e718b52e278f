package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/** Tests where the icons' font is read. */
@Tag("window")
class IconFontLoaderTest {
    @TempDir
    private Path home;

    private void assertLoads(IkonHandler handler) {
        new IconFontLoader(home.resolve("é fonts")).loadFont(handler);
        assertInstanceOf(Font.class, handler.getFont());
    }

    /** An update may bring another font, and a full disk may cut one off. */
    @Test
    void fontIsReadFromTheHome() throws IOException {
        Path file = home.resolve("é fonts/FeatherIcons.ttf");
        for (int start = 0; start < 2; start++) {
            assertLoads(new FeatherIkonHandler() {
                @Override
                public URL getFontResource() {
                    try {
                        return URI.create("file:/missing/feather.ttf").toURL();
                    } catch (IOException impossible) {
                        throw new AssertionError(impossible);
                    }
                }
            });
            assertArrayEquals(
                    new FeatherIkonHandler().getFontResourceAsStream().readAllBytes(), Files.readAllBytes(file));
            Files.writeString(file, "another font");
        }
    }

    @Test
    void unwritableHomeReadsTheJar() throws IOException {
        Files.createFile(home.resolve("é fonts"));
        assertLoads(new FeatherIkonHandler());
    }
}
