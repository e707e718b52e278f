package app.forecourt.kill;

import static app.forecourt.testing.StartedProgram.print;

import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.model.FxThreadPump;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.prepare.PhotoOrder;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.TestHome;
import app.forecourt.upload.PhotoWorker;
import app.forecourt.upload.PreparedPhotoFiles;
import app.forecourt.upload.WebSpaceUploadSteps;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program without its window, with photos on their way. It adds files to two cars by the window's model, works
 * until all photos are public, and prints each step. After a kill it goes on with what the cars lack.
 */
final class PhotoVictimMain {
    /** The maximum number of files that are added at a time. */
    private static final int MOST_AT_ONCE = 10;

    private static final UntrustedGet.Targets LOOPBACK = new UntrustedGet.Targets(true, InetAddress::isLoopbackAddress);

    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final FxThreadPump window = new FxThreadPump();
    private final Journal journal;
    private final AppModel model;
    private final Random random;
    private boolean isOpen;

    private PhotoVictimMain(Path home, long seed) {
        random = new Random(seed);
        Clock clock = Clock.systemUTC();
        var opened = new TestHome(home, clock);
        HttpClients http = new HttpClients("kill");
        journal = opened.journal();
        var taskRunner = new TaskRunner(executor, window);
        var webSpace = new WebSpacePreferences(opened.preferences(), opened.vault());
        var steps = new WebSpaceUploadSteps(webSpace, http, new PublicCheck(http, LOOPBACK, PublicCheck.PATIENCE));
        var prepared = new PreparedPhotoFiles(home.resolve("photos"));
        var photos = new PhotoUploadsModel(
                journal.photos(),
                prepared,
                progress -> new PhotoWorker(
                        journal.photos(),
                        prepared,
                        steps,
                        executor,
                        TaskRunner.Scheduler.REAL_TIME,
                        printing(progress)),
                webSpace::isSetUp,
                PhotoOrder::sort,
                taskRunner);
        model = new AppModel(
                opened.clients(http),
                journal,
                new CarFormModel(new CarValidator(clock, Vocabulary.bundled()), BigDecimal::toPlainString),
                photos,
                SubmissionClaims.NOT_SHARED,
                taskRunner,
                clock);
    }

    /** @param args the home, a seed, the folder of the files, and the name of the run */
    public static void main(String[] args) throws IOException {
        print("begun");
        new PhotoVictimMain(Path.of(args[0]), Long.parseLong(args[1])).run(files(Path.of(args[2])), args[3]);
        // Without the end of the program, as if it were killed at rest.
        System.exit(0);
    }

    /** Returns the files of a folder in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Consumer<PhotoUpload> printing(Consumer<PhotoUpload> progress) {
        return photo -> {
            progress.accept(photo);
            print("photo " + photo.state() + " " + photo.name()
                    + photo.failure().map(failure -> " " + failure.reason()).orElse(""));
        };
    }

    private void run(List<Path> files, String run) {
        model.start((state, _) -> {
            print("found " + state.kind());
            isOpen = true;
        });
        window.until("the journal", () -> isOpen);
        int first = files.size() * 3 / 5;
        List<List<Path>> cars = List.of(files.subList(0, first), files.subList(first, files.size()));
        for (int car = 0; car < cars.size(); car++) {
            show(run + "-" + car);
            add(cars.get(car));
        }
        for (int car = 0; car < cars.size(); car++) {
            show(run + "-" + car);
            window.until("the addresses", () -> lines().stream().allMatch(line -> line.startsWith("http")));
            awaitSaved();
        }
        print("ended");
    }

    private List<String> lines() {
        return model.form().photos().addresses();
    }

    private void awaitSaved() {
        window.until("the saving", () -> model.cars().unsavedCount() == 0);
    }

    private UUID shownCar() {
        return model.cars().current().car().get().id();
    }

    /** Shows a car of the journal, or types it. */
    private void show(String number) {
        Optional<UUID> stored = journal.stock().stream()
                .filter(row -> row.text(CarField.INTERNAL_ID).equals(number))
                .map(StockRow::id)
                .findFirst();
        if (stored.isEmpty()) {
            model.cars().newCar();
            Map.of(CarField.INTERNAL_ID, number, CarField.BRAND, "opel", CarField.MODEL, "corsa")
                    .forEach((field, text) -> model.form().text(field).set(text));
            awaitSaved();
        } else {
            model.cars().open(stored.get());
            window.until("the car", () -> shownCar().equals(stored.get()));
        }
    }

    /** Adds the files that the car in the form lacks, as the user does who sees the car. */
    private void add(List<Path> files) {
        Set<Path> recorded = Set.copyOf(recorded());
        try {
            window.until("the photos of earlier runs", () -> listed().containsAll(recorded));
        } catch (AssertionError lost) {
            recorded.stream()
                    .filter(file -> !listed().contains(file))
                    .forEach(file -> print("lost " + file.getFileName()));
        }
        List<Path> missing = new ArrayList<>(files);
        missing.removeAll(listed());
        while (!missing.isEmpty()) {
            List<Path> chosen =
                    List.copyOf(missing.subList(0, Math.min(missing.size(), 1 + random.nextInt(MOST_AT_ONCE))));
            missing.removeAll(chosen);
            model.photoLines().add(chosen);
            window.until("the lines", () -> listed().containsAll(chosen));
            awaitSaved();
            print("added " + names(chosen));
        }
    }

    private static String names(Collection<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
    }

    /** Returns the files that the journal knows for the car in the form. */
    private List<Path> recorded() {
        return journal.photos().ofCar(shownCar()).stream()
                .map(PhotoUpload::source)
                .toList();
    }

    /** Returns the files that have a line or an address in the form. */
    private Set<Path> listed() {
        List<PhotoUpload> photos = journal.photos().ofCar(shownCar());
        return lines().stream()
                .flatMap(line -> photo(line, photos).stream())
                .map(PhotoUpload::source)
                .collect(Collectors.toSet());
    }

    /** Returns the photo that a line of a car is about. */
    static Optional<PhotoUpload> photo(String line, List<PhotoUpload> photos) {
        return photos.stream()
                .filter(photo -> PhotoPlaceholder.photo(line).equals(Optional.of(photo.id()))
                        || photo.address().equals(Optional.of(line)))
                .findFirst();
    }
}
