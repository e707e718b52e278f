package app.forecourt.sharing;

import app.forecourt.advert.BlockRepository;
import app.forecourt.journal.database.ColumnConverter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The building blocks of descriptions, which are one item, because their order counts. While the user edits them, the
 * blocks of other desks wait.
 */
public record BlockSource(BlockRepository blocks) implements WholeSource {
    /** The id of the list in every stock. */
    private static final UUID LIST = new UUID(0, 1);

    private static final int TIME_LENGTH = 19;

    @Override
    public Map<UUID, Item> all() {
        BlockRepository.Version shared = blocks.shared();
        return shared.blocks().isEmpty() ? Map.of() : Map.of(LIST, new Item(shared.blocks(), stamp(shared)));
    }

    /** Returns the stamp of the list: its last change, which always grows, in digits of one length, and its content. */
    private static String stamp(BlockRepository.Version list) {
        return String.format(
                Locale.ROOT,
                "%0" + TIME_LENGTH + "d/%s",
                list.changedAt().toEpochMilli(),
                ColumnConverter.hash(list.blocks().toString()));
    }

    /** A stamp of an earlier version of the program has no time. */
    @Override
    public boolean isEarlier(String stamp, String than) {
        return time(than)
                .filter(last -> time(stamp).orElse("").compareTo(last) < 0)
                .isPresent();
    }

    private static Optional<String> time(String stamp) {
        return Optional.of(stamp)
                .filter(text -> text.indexOf('/') == TIME_LENGTH)
                .map(text -> text.substring(0, TIME_LENGTH));
    }

    @Override
    public Optional<JsonNode> toStored(UUID id, JsonNode content) {
        return id.equals(LIST) ? blocks.toStored(content) : Optional.empty();
    }

    /** Replaces the list. A list is never deleted: a desk without blocks of its own has the standard ones. */
    @Override
    public Optional<String> replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
        return after.isEmpty() || !id.equals(LIST)
                ? Optional.of("")
                : after.flatMap(list -> blocks.replace(before, list)).map(BlockSource::stamp);
    }
}
