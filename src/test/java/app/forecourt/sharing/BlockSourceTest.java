package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the building blocks as a shared item. */
class BlockSourceTest {
    @TempDir
    Path folder;

    private BlockRepository repository(String name) {
        return new BlockRepository(Preferences.open(folder.resolve(name),
                new SystemEnvironment(_ -> null, _ -> null), Runnable::run));
    }

    @Test
    void blocksReplaceThoseOfTheOtherDesk() {
        BlockRepository here = repository("here.json");
        BlockRepository there = repository("there.json");
        assertEquals(Map.of(), new BlockSource(here).all());
        List<DescriptionBlock> blocks = List
                .of(new DescriptionBlock("Visit", true, Map.of(Language.ENGLISH, "Come and see it.")));
        here.store(blocks);
        there.store(DescriptionBlock.standard(Language.ENGLISH));
        Map<UUID, JsonNode> shared = new BlockSource(here).all();
        Optional<JsonNode> before = there.storedJson().isEmpty() ? Optional.empty()
                : Optional.of(there.storedJson());
        shared.forEach((id, content) -> {
            BlockSource source = new BlockSource(there);
            assertFalse(source.replace(id, Optional.empty(), source.toStored(id, content)), "stored since");
            assertTrue(source.replace(id, before, source.toStored(id, content)));
        });
        assertEquals(blocks, there.blocks(Language.ENGLISH));
        assertEquals(shared, new BlockSource(there).all());
        new BlockSource(there).replace(shared.keySet().iterator().next(), Optional.empty(), Optional.empty());
        assertEquals(Optional.empty(),
                new BlockSource(there).toStored(UUID.randomUUID(), shared.values().iterator().next()));
        assertEquals(blocks, there.blocks(Language.ENGLISH));
    }
}
