package app.forecourt.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.proof.GeneratedInputs;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated files with building blocks. */
@Tag("stress")
class GeneratedBlocksTest {
    private static final List<String> FILES =
            List.of("{\"textBlocks\": [{\"name\": \"a\", \"used\": true, \"en\": \"{brand} {model}\", \"nl\": \"x\"},"
                    + " {\"name\": \"b\", \"used\": false, \"de\": \"Nur {price}[ mit {vat}]\"}]}");

    @TempDir
    Path home;

    @Test
    void blocksAreReadBack() {
        new GeneratedInputs().checkTexts("blocks that are kept", FILES, text -> {
            Preferences preferences = preferences();
            preferences.setMembers(List.of("textBlocks"), GeneratedInputs.object(text));
            List<DescriptionBlock> all = new BlockRepository(preferences).blocks(Language.DUTCH);
            BlockRepository again = new BlockRepository(preferences());
            again.store(all);
            assertEquals(all, again.blocks(Language.DUTCH));
        });
    }

    /** Opens preferences that write no file. */
    private Preferences preferences() {
        return Preferences.open(home.resolve("none"), new SystemEnvironment(name -> null, name -> null), task -> {});
    }
}
