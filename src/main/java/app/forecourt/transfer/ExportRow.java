package app.forecourt.transfer;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.stock.PriceChange;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the exported stock list.
 *
 * @param draft the car as typed, with the addresses of its photos
 * @param photoFiles the names of the files among the photos that have no public address yet
 * @param status the status of the car, in one word
 * @param profile the profile to which the car was sent, in one word; blank if it was not sent
 * @param sent the time at which the car was sent
 * @param number AutoChat's number of the car; blank if it is unknown
 * @param stock what only the dealer's own list knows of the car
 */
public record ExportRow(
        CarDraft draft,
        List<String> photoFiles,
        String status,
        String profile,
        Optional<Instant> sent,
        String number,
        InStock stock) {
    public ExportRow {
        photoFiles = List.copyOf(photoFiles);
    }

    /**
     * What only the dealer's own list knows of a car.
     *
     * @param mark the dealer's mark, in one word; blank if there is none
     * @param markedAt the time at which the car got its mark
     * @param firstSent the time at which the first submission was requested that AutoChat accepted
     * @param toTakeOff the profiles that still have an advert that is out of date, once for each advert
     * @param priceChange the last change of the sales price
     */
    public record InStock(
            String mark,
            Optional<Instant> markedAt,
            Optional<Instant> firstSent,
            List<String> toTakeOff,
            Optional<PriceChange> priceChange) {
        /** Nothing is known of the car beside its draft. */
        public static final InStock UNKNOWN =
                new InStock("", Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        static InStock of(StockRow row) {
            return new InStock(
                    row.mark() == StockMark.NONE ? "" : row.mark().name().toLowerCase(Locale.ROOT),
                    row.markedAt(),
                    row.firstSent(),
                    row.staleAdverts().stream()
                            .filter(advert -> !advert.isTakenOff())
                            .map(StaleAdvert::profile)
                            .map(profile -> profile.key())
                            .toList(),
                    row.priceChange());
        }
    }

    /**
     * Creates the row of a car. The last accepted submission counts.
     *
     * @param photosOfCar returns the photos that were chosen as files for a car; not called without one
     */
    public static ExportRow of(StoredCar car, Function<UUID, List<PhotoUpload>> photosOfCar) {
        Optional<Submission> accepted = car.submissions().reversed().stream()
                .filter(Submission::isAccepted)
                .findFirst();
        StockRow row = car.row();
        List<PhotoUpload> files =
                photos(car.draft()).anyMatch(PhotoPlaceholder::isPlaceholder) ? photosOfCar.apply(car.id()) : List.of();
        return new ExportRow(
                withAddresses(car.draft(), files),
                withoutAddress(car.draft(), files),
                row.status().name().toLowerCase(Locale.ROOT),
                accepted.map(submission -> submission.profile().key()).orElse(""),
                accepted.map(Submission::changedAt),
                accepted.flatMap(Submission::number).orElse(""),
                InStock.of(row));
    }

    private static Stream<String> photos(CarDraft draft) {
        return draft.text(CarField.IMAGES).lines().map(String::strip);
    }

    private static Optional<PhotoUpload> file(String line, List<PhotoUpload> files) {
        return PhotoPlaceholder.photo(line)
                .flatMap(id ->
                        files.stream().filter(file -> file.id().equals(id)).findFirst());
    }

    /** Returns a draft with the public addresses of its files. The other files are left out. */
    private static CarDraft withAddresses(CarDraft draft, List<PhotoUpload> files) {
        return files.isEmpty()
                ? draft
                : draft.with(
                        CarField.IMAGES,
                        photos(draft)
                                .flatMap(
                                        line -> file(line, files)
                                                .map(PhotoUpload::address)
                                                .orElseGet(() -> Optional.of(line))
                                                .stream())
                                .collect(Collectors.joining("\n")));
    }

    private static List<String> withoutAddress(CarDraft draft, List<PhotoUpload> files) {
        return photos(draft)
                .flatMap(line -> file(line, files).stream())
                .filter(file -> file.address().isEmpty())
                .map(PhotoUpload::name)
                .toList();
    }
}
