package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoRemark;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of the photos on their way to public addresses. */
public final class PhotoTable {
    /** The value of the column {@code released} for a photo that may leave this computer. */
    private static final int RELEASED = 1;
    /** Its value for a photo that its saved car had, and that may not leave. */
    private static final int LISTED = 2;

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
            for (PhotoUpload photo : photos) {
                save(transaction, photo, now);
            }
            return photos.size();
        });
    }

    /** Saves a photo, replacing its earlier version. Its file and its covered areas never change. */
    public static int save(Database database, PhotoUpload photo, Instant now) throws SQLException {
        return database.update(
                """
                        INSERT INTO photo (id, source, car, released, state, prepared, address, tries, begun,
                        changed, covered) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET released = excluded.released, state = excluded.state,
                        prepared = excluded.prepared, address = excluded.address, failure = NULL,
                        changed = max(changed + 1, excluded.changed)
                        """,
                photo.id(),
                photo.source().toString(),
                photo.car(),
                photo.released() ? RELEASED : photo.listed() ? LISTED : 0,
                photo.state(),
                photo.prepared().map(PhotoTable::json).orElse(null),
                photo.address().orElse(null),
                photo.createdAt(),
                now,
                text(photo.covered()));
    }

    /**
     * Returns the photos that are not public and have a line in the saved draft of their car, in the order in which
     * they were chosen. Leaves out those of deleted cars.
     */
    public static List<PhotoUpload> unfinished(Database database) throws SQLException {
        // The order of the join is fixed, because there are few such photos and many cars.
        return database.queryReadable("""
                SELECT photo.* FROM photo CROSS JOIN car ON car.id = photo.car
                WHERE photo.address IS NULL AND car.mark <> 'deleted'
                AND instr(car.draft, photo.id) ORDER BY photo.begun, photo.rowid
                """, PhotoTable::readPhoto);
    }

    /** Returns the ids of the photos whose prepared files are kept: not public, and not taken out of their car. */
    public static Set<UUID> withPreparedFiles(Database database) throws SQLException {
        return Set.copyOf(database.queryReadable("""
                SELECT photo.id FROM photo CROSS JOIN car ON car.id = photo.car
                WHERE photo.address IS NULL
                AND (instr(car.draft, photo.id) OR photo.released = 0 AND photo.state <> 'stopped')
                """, row -> ColumnConverter.id(row, "id")));
    }

    /** Returns the photos that were chosen for a car, in that order. */
    public static List<PhotoUpload> ofCar(Database database, UUID car) throws SQLException {
        return database.queryReadable(
                "SELECT * FROM photo WHERE car = ? ORDER BY begun, rowid", PhotoTable::readPhoto, car);
    }

    /** Returns a photo; empty if it is unknown or damaged. */
    public static Optional<PhotoUpload> find(Database database, UUID id) throws SQLException {
        return database.findReadable("SELECT * FROM photo WHERE id = ?", PhotoTable::readPhoto, id);
    }

    /** Returns the public addresses of a prepared picture, at any web space. */
    public static List<String> addresses(Database database, String hash) throws SQLException {
        return database.query(
                "SELECT address FROM photo WHERE address LIKE ?", row -> row.getString(1), "%/" + hash + ".jpg");
    }

    /**
     * Converts a row of the table to a photo. The states of earlier versions that are repeated are left out.
     *
     * @throws IllegalStateException if the row holds damaged JSON
     * @throws IllegalArgumentException if a covered area is damaged, because the photo must not be put uncovered
     */
    public static PhotoUpload readPhoto(ResultSet row) throws SQLException {
        Optional<PreparedPhotoFacts> prepared =
                ColumnConverter.optionalText(row, "prepared").map(PhotoTable::facts);
        Optional<String> address = ColumnConverter.optionalText(row, "address");
        return new PhotoUpload(
                ColumnConverter.id(row, "id"),
                source(row.getString("source"), Path::of),
                ColumnConverter.optionalText(row, "covered")
                        .map(PhotoTable::areas)
                        .orElse(List.of()),
                ColumnConverter.id(row, "car"),
                row.getInt("released") != 0,
                row.getInt("released") == RELEASED,
                address.isPresent()
                        ? PhotoUploadStage.PUBLIC
                        : row.getString("state").equals("stopped")
                                ? PhotoUploadStage.STOPPED
                                : prepared.isPresent() ? PhotoUploadStage.PREPARED : PhotoUploadStage.CHOSEN,
                prepared,
                address,
                Optional.empty(),
                ColumnConverter.time(row, "begun"));
    }

    /**
     * Returns the file of a photo. Replaces what Windows refuses in a path of another computer, because the photo would
     * be missing in its car otherwise.
     *
     * @param system the parser of this system's paths
     */
    static Path source(String text, Function<String, Path> system) {
        try {
            return system.apply(text);
        } catch (InvalidPathException refused) {
            return system.apply(text.replaceAll("[<>:\"|?*\\x00-\\x1f]| (?=[/\\\\]|$)", "_"));
        }
    }

    private static String json(PreparedPhotoFacts facts) {
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

    private static PreparedPhotoFacts facts(String json) {
        JsonNode object = DraftJson.read(json);
        return new PreparedPhotoFacts(
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
}
