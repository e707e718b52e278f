package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoRemark;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.photo.upload.UploadState;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of the photos on their way to public addresses. */
public final class PhotoTable {
    private static final String HASH = "hash";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String FINGERPRINT = "fingerprint";
    private static final String REMARKS = "remarks";
    private static final String AREA_SEPARATOR = ";";
    private static final int AREA_NUMBERS = 4;

    private PhotoTable() {}

    /**
     * Saves photos that were just chosen. A car without a row gets one, so that the user finds its photos after a kill.
     */
    public static int add(Database database, Collection<PhotoUpload> photos, Instant now) throws SQLException {
        return database.inTransaction(transaction -> {
            for (UUID car : photos.stream().map(PhotoUpload::car).distinct().toList()) {
                if (CarTable.row(transaction, car).isEmpty()) {
                    CarTable.save(transaction, car, CarDraft.EMPTY, Set.of(), now);
                }
            }
            return saveInTransaction(transaction, photos, now);
        });
    }

    /** Saves photos, replacing their earlier versions. */
    public static int save(Database database, Collection<PhotoUpload> photos, Instant now) throws SQLException {
        return database.inTransaction(transaction -> saveInTransaction(transaction, photos, now));
    }

    private static int saveInTransaction(Database transaction, Collection<PhotoUpload> photos, Instant now)
            throws SQLException {
        for (PhotoUpload photo : photos) {
            transaction.update(
                    """
                            INSERT INTO photo (id, source, car, released, state, prepared, address, failure, tries, begun,
                            changed, covered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (id) DO UPDATE SET released = excluded.released, state = excluded.state,
                            prepared = excluded.prepared, address = excluded.address, failure = excluded.failure,
                            tries = excluded.tries, changed = max(changed + 1, excluded.changed)
                            """,
                    photo.id(),
                    photo.source().toString(),
                    photo.car(),
                    photo.released() ? 1 : 0,
                    photo.state(),
                    photo.prepared().map(PhotoTable::json).orElse(null),
                    photo.address().orElse(null),
                    photo.failure().map(PhotoTable::text).orElse(null),
                    photo.tries(),
                    photo.createdAt(),
                    now,
                    text(photo.covered()));
        }
        return photos.size();
    }

    /**
     * Returns the photos that are not public and have a line in the saved draft of their car, in the order in which
     * they were chosen. Leaves out those of deleted cars.
     */
    public static List<PhotoUpload> unfinished(Database database) throws SQLException {
        // The order of the join is fixed, because there are few such photos and many cars.
        return database.queryReadable("""
                SELECT photo.* FROM photo CROSS JOIN car ON car.id = photo.car
                WHERE photo.state NOT IN ('public', 'removed') AND car.mark <> 'deleted'
                AND instr(car.draft, photo.id) ORDER BY photo.begun, photo.rowid
                """, PhotoTable::readPhoto);
    }

    /** Returns the ids of the photos whose prepared files are kept: not public, and not taken out of their car. */
    public static Set<UUID> withPreparedFiles(Database database) throws SQLException {
        return Set.copyOf(database.queryReadable("""
                SELECT photo.id FROM photo LEFT JOIN car ON car.id = photo.car
                WHERE photo.state NOT IN ('public', 'removed')
                AND (photo.state <> 'stopped' OR instr(car.draft, photo.id))
                """, row -> ColumnConverter.id(row, "id")));
    }

    /** Returns the photos that were chosen for a car, in that order. */
    public static List<PhotoUpload> ofCar(Database database, UUID car) throws SQLException {
        return database.queryReadable(
                "SELECT * FROM photo WHERE car = ? ORDER BY begun, rowid", PhotoTable::readPhoto, car);
    }

    /**
     * Converts a row of the table to a photo.
     *
     * @throws IllegalStateException if the row holds damaged JSON
     * @throws IllegalArgumentException if a covered area is damaged, because the photo must not be put uncovered
     */
    public static PhotoUpload readPhoto(ResultSet row) throws SQLException {
        return new PhotoUpload(
                ColumnConverter.id(row, "id"),
                Path.of(row.getString("source")),
                ColumnConverter.optionalText(row, "covered")
                        .map(PhotoTable::areas)
                        .orElse(List.of()),
                ColumnConverter.id(row, "car"),
                row.getInt("released") == 1,
                state(row),
                ColumnConverter.optionalText(row, "prepared").map(PhotoTable::facts),
                ColumnConverter.optionalText(row, "address"),
                ColumnConverter.optionalText(row, "failure").map(PhotoTable::failure),
                row.getInt("tries"),
                ColumnConverter.time(row, "begun"));
    }

    /** Earlier versions marked a public photo that was taken out of its car. It is public. */
    private static UploadState state(ResultSet row) throws SQLException {
        return row.getString("state").equals("removed")
                ? UploadState.PUBLIC
                : ColumnConverter.word(row, "state", UploadState.class);
    }

    private static String json(PreparedFacts facts) {
        return DraftJson.toText(DraftJson.newObject()
                .put(HASH, facts.hash())
                .put(WIDTH, facts.width())
                .put(HEIGHT, facts.height())
                .put(FINGERPRINT, facts.fingerprint())
                .put(
                        REMARKS,
                        facts.remarks().stream()
                                .sorted()
                                .map(ColumnConverter::word)
                                .collect(Collectors.joining(","))));
    }

    private static PreparedFacts facts(String json) {
        JsonNode object = DraftJson.read(json);
        return new PreparedFacts(
                object.path(HASH).asText(),
                object.path(WIDTH).asInt(),
                object.path(HEIGHT).asInt(),
                object.path(FINGERPRINT).asLong(),
                Arrays.stream(object.path(REMARKS).asText().split(","))
                        .filter(word -> !word.isEmpty())
                        .map(word -> PhotoRemark.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }

    private static @Nullable String text(List<CoveredArea> areas) {
        return areas.isEmpty()
                ? null
                : areas.stream()
                        .map(area -> Stream.of(area.x(), area.y(), area.width(), area.height())
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(AREA_SEPARATOR));
    }

    private static List<CoveredArea> areas(String text) {
        return Arrays.stream(text.split(AREA_SEPARATOR, -1))
                .map(PhotoTable::area)
                .toList();
    }

    private static CoveredArea area(String text) {
        double[] numbers = Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length != AREA_NUMBERS) {
            throw new IllegalArgumentException("no area: " + text);
        }
        return new CoveredArea(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static String text(UploadFailure failure) {
        return ColumnConverter.word(failure.step()) + ":" + failure.reason();
    }

    private static UploadFailure failure(String text) {
        String[] parts = text.split(":", 2);
        return new UploadFailure(
                UploadFailure.Step.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : "");
    }
}
