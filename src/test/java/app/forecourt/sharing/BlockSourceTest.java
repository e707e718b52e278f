package app.forecourt.sharing;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.DescriptionBlock;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.SettableClock;
import app.forecourt.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
        return new BlockRepository(
                Preferences.open(folder.resolve(name), new SystemEnvironment(_ -> null, _ -> null), Runnable::run),
                Clock.systemUTC());
    }

    private static List<JsonNode> contents(Map<UUID, WholeSource.Item> items) {
        return items.values().stream().map(WholeSource.Item::content).toList();
    }

    @Test
    void stampsGrowAfterTheClockWasSetBack() {
        SettableClock clock = new SettableClock();
        BlockRepository blocks = new BlockRepository(
                Preferences.open(
                        folder.resolve("home.json"), new SystemEnvironment(_ -> null, _ -> null), Runnable::run),
                clock);
        List<String> stamps = new ArrayList<>();
        for (Language language : List.of(ENGLISH, DUTCH, GERMAN)) {
            blocks.store(DescriptionBlock.standard(language).reversed());
            blocks.store(DescriptionBlock.standard(language).reversed());
            new BlockSource(blocks).all().values().forEach(item -> stamps.add(item.stamp()));
            clock.advance(Duration.ofDays(-1));
        }
        BlockSource source = new BlockSource(blocks);
        assertTrue(source.isEarlier(stamps.get(0), stamps.get(1)));
        assertTrue(source.isEarlier(stamps.get(1), stamps.get(2)));
        assertFalse(source.isEarlier(stamps.get(1), stamps.get(0)));
        assertFalse(source.isEarlier(stamps.get(0), stamps.get(0)));
        assertFalse(source.isEarlier(stamps.get(0), "of an earlier version of the program"));
    }

    @Test
    void blocksReplaceThoseOfTheOtherDesk() {
        BlockRepository here = repository("here.json");
        BlockRepository there = repository("there.json");
        assertEmpty(new BlockSource(here).all());
        List<DescriptionBlock> blocks =
                List.of(new DescriptionBlock("Visit", true, Map.of(ENGLISH, "Come and see it.")));
        here.store(blocks);
        there.store(DescriptionBlock.standard(ENGLISH));
        Map<UUID, WholeSource.Item> shared = new BlockSource(here).all();
        Optional<JsonNode> before = there.storedJson().isEmpty() ? Optional.empty() : Optional.of(there.storedJson());
        shared.forEach((id, item) -> {
            BlockSource source = new BlockSource(there);
            Optional<JsonNode> after = source.toStored(id, item.content());
            assertEquals(Optional.empty(), source.replace(id, Optional.empty(), after), "stored since");
            Optional<String> stamp = source.replace(id, before, after);
            assertEquals(Optional.of(source.all().get(id).stamp()), stamp);
        });
        assertEquals(blocks, there.blocks(ENGLISH));
        assertEquals(contents(shared), contents(new BlockSource(there).all()));
        new BlockSource(there).replace(shared.keySet().iterator().next(), Optional.empty(), Optional.empty());
        assertEmpty(new BlockSource(there)
                .toStored(UUID.randomUUID(), shared.values().iterator().next().content()));
        assertEquals(blocks, there.blocks(ENGLISH));
    }
}
