package app.forecourt.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.proof.GeneratedInputs;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.text.Language;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated building blocks and generated files with blocks. */
@Tag("stress")
class GeneratedBlocksTest {
    private static final List<String> FILES =
            List.of("{\"textBlocks\": [{\"name\": \"a\", \"used\": true, \"en\": \"{brand} {model}\", \"nl\": \"x\"},"
                    + " {\"name\": \"b\", \"used\": false, \"de\": \"Nur {price}[ mit {vat}]\"}]}");
    private static final int MOST = 10_000;
    /** Bytes per character of a placeholder for all options. */
    private static final long PLACEHOLDER_BYTES = 50_000;
    /** Fewer inputs, because a block may use all facts of a car. */
    private static final int SHARE = 5;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void nothingThrowsAndBlocksAreReadBack() throws IOException {
        var generated = new GeneratedInputs().withBytesPerCharacter(PLACEHOLDER_BYTES);
        Advert advert = SampleAdverts.of(SampleAdverts.WHOLE, Language.ENGLISH);
        List<String> texts = Stream.concat(
                        DescriptionBlock.standard(Language.ENGLISH).stream().map(block -> block.text(Language.ENGLISH)),
                        Stream.of(
                                "Come and see it[ at {dealership}]",
                                "{ fuel } [{doors} doors[, {gears}]]\r\n\r\n{milage}"))
                .toList();
        generated.checkTexts("text of a block", SHARE, texts, typed -> {
            String text = typed.substring(0, Math.min(typed.length(), DescriptionBlock.LONGEST_TEXT));
            Description made = Description.of(
                    List.of(new DescriptionBlock("a", true, Map.of(Language.ENGLISH, text))), advert, MOST);
            assertTrue(Description.length(made.text()) <= MOST);
        });
        generated.checkTexts("blocks that are kept", FILES, text -> {
            Preferences preferences = preferences();
            preferences.setMembers(List.of("textBlocks"), tree(text));
            List<DescriptionBlock> all = new BlockRepository(preferences).blocks(Language.DUTCH);
            BlockRepository again = new BlockRepository(preferences());
            again.store(all);
            assertEquals(all, again.blocks(Language.DUTCH));
        });
    }

    private ObjectNode tree(String text) {
        try {
            return json.readTree(text) instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (JacksonException invalid) {
            return json.createObjectNode();
        }
    }

    /** Opens preferences that write no file. */
    private Preferences preferences() {
        return Preferences.open(home.resolve("none"), new SystemEnvironment(name -> null, name -> null), task -> {});
    }
}
