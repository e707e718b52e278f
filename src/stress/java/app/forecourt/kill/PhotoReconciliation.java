package app.forecourt.kill;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.proof.ProofTable;
import app.forecourt.stock.StockRow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The comparison of the journal, the cars and the web space after a kill. */
final class PhotoReconciliation {
    /** The rows that a kill must have met. */
    static final List<String> MOMENTS = List.of(
            atKill(PhotoUploadStage.CHOSEN),
            atKill(PhotoUploadStage.PREPARED),
            atKill(PhotoUploadStage.PUBLIC),
            "photos at a kill whose lines were not saved yet");

    private static final String UNFINISHED = ".part";

    private final Path home;
    private final FtpWebSpace webSpace;
    private final ProofTable table;
    /** The prepared pictures by the name of their file. */
    private final Map<String, byte[]> expected = new HashMap<>();

    PhotoReconciliation(Path home, Path pictures, FtpWebSpace webSpace, ProofTable table) throws IOException {
        this.home = home;
        this.webSpace = webSpace;
        this.table = table;
        for (Path file : PhotoVictimMain.files(pictures)) {
            expected.put(
                    file.getFileName().toString(),
                    PhotoPreparer.prepare(file, List.of()).jpeg());
        }
    }

    /**
     * Checks a copy of the journal, so that the next start finds the journal as the kill left it.
     *
     * @param run the beginning of the stock numbers of the present run's cars
     * @param added the files of the run whose lines were saved
     * @param ended whether all photos of the run are public
     */
    void check(String run, Set<String> added, boolean ended) throws IOException {
        Path copy = KilledHome.copyJournal(home);
        if (!Files.exists(copy)) {
            return;
        }
        try (var journal = KilledHome.openCopy(copy, table)) {
            var listed = new HashSet<String>();
            var paths = new HashSet<String>();
            for (StockRow row : journal.stock()) {
                if (row.text(CarField.INTERNAL_ID).startsWith(run + "-")) {
                    List<PhotoUpload> photos = journal.photos().ofCar(row.id());
                    String images = journal.car(row.id()).orElseThrow().draft().text(CarField.IMAGES);
                    PhotoList.addresses(images).forEach(line -> check(line, photos, listed));
                    count(photos, listed);
                    photos.forEach(photo -> photo.path().ifPresent(paths::add));
                }
            }
            added.forEach(name -> table.require(listed.contains(name), name + " of " + run + " is lost"));
            checkWebSpace(paths, ended);
            if (ended) {
                table.require(listed.size() == expected.size(), listed.size() + " files are in the cars");
                table.require(journal.photos().unfinished().isEmpty(), "photos are not public at the end");
                table.require(isEmpty(home.resolve("photos")), "prepared files were left");
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            return left.findAny().isEmpty();
        }
    }

    private void count(List<PhotoUpload> photos, Set<String> listed) {
        for (PhotoUpload photo : photos) {
            table.add(MOMENTS.getLast(), listed.contains(photo.name()) ? 0 : 1);
            switch (photo.state()) {
                case CHOSEN, PREPARED, PUBLIC -> table.add(atKill(photo.state()), 1);
                default -> table.require(false, photo.name() + " is " + photo.state());
            }
        }
    }

    private static String atKill(PhotoUploadStage state) {
        return "photos at a kill: " + state;
    }

    /** Notes the file that a car's line is about. Fetches an address. */
    private void check(String line, List<PhotoUpload> photos, Set<String> listed) {
        Optional<PhotoUpload> found = PhotoVictimMain.photo(line, photos);
        table.require(found.isPresent(), line + " is of no photo");
        found.ifPresent(photo -> {
            table.require(listed.add(photo.name()), photo.name() + " is twice in its car");
            table.require(
                    PhotoPlaceholder.isPlaceholder(line) || answers(line, expected.get(photo.name())),
                    line + " does not answer");
        });
    }

    private static boolean answers(String address, byte[] picture) {
        try (var in = URI.create(address).toURL().openStream()) {
            return Arrays.equals(in.readAllBytes(), picture);
        } catch (IOException silent) {
            return false;
        }
    }

    /** Checks that each picture of the present run is on the web space at one place at most, or at its end at one. */
    private void checkWebSpace(Set<String> paths, boolean ended) {
        Set<String> folders =
                paths.stream().map(path -> path.substring(0, path.indexOf('/'))).collect(Collectors.toSet());
        var pictures = new HashMap<String, Integer>();
        webSpace.files.forEach((path, bytes) -> {
            if (folders.contains(path.substring(1, path.indexOf('/', 1)))) {
                if (path.endsWith(UNFINISHED)) {
                    table.require(!ended, path + " was left");
                } else {
                    pictures.merge(Integer.toHexString(Arrays.hashCode(bytes)), 1, Integer::sum);
                    table.require(paths.contains(path.substring(1)), path + " is of no photo");
                }
            }
        });
        pictures.forEach((picture, count) -> table.require(count == 1, picture + " is on the web space twice"));
        table.require(!ended || pictures.size() == expected.size(), pictures.size() + " pictures are on the web space");
    }
}
