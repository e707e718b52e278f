package app.forecourt.start;

import app.forecourt.file.AtomicFile;
import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.text.Font;
import org.kordamp.ikonli.FontLoader;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/**
 * The loader of the icons' fonts from files of the home. From a jar JavaFX copies each font into a temporary file at
 * every start, and a killed program leaves it there.
 *
 * @param folder the folder of the files, which the first start writes
 */
record IconFontLoader(Path folder) implements FontLoader {
    @Override
    public void loadFont(IkonHandler handler) {
        Path file = folder.resolve(handler.getFontFamily() + ".ttf");
        try (InputStream bundled = handler.getFontResourceAsStream()) {
            byte[] font = bundled.readAllBytes();
            if (!Files.exists(file) || !Arrays.equals(font, Files.readAllBytes(file))) {
                PrivateFile.createFolder(folder);
                AtomicFile.writePrivate(file, out -> out.write(font));
            }
        } catch (IOException unwritable) {
            // The font is read from its jar below.
        }
        // JavaFX takes the path in this address as it is, without decoding it.
        handler.setFont(Font.loadFont("file:" + file, 16));
        if (handler.getFont() == null) {
            new JavaFXFontLoader().loadFont(handler);
        }
    }
}
