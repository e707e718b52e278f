package app.forecourt.kill;

import app.forecourt.model.photos.WebDavServer;
import app.forecourt.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A home in which the program is killed while photos are on their way, with the web space and what must be there. */
final class PhotoKilledHome implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Path home;
    private final Path pictures;
    private final Random random;
    private final WebDavServer webSpace = new WebDavServer();
    private final PhotoReconciliation reconciliation;
    /** The files of the present run whose lines were saved. */
    private final Set<String> added = new HashSet<>();
    private final PhotoKillTest.Tally tally = new PhotoKillTest.Tally();
    private boolean isUnderWay = true;

    /** A moment for a kill: after so many lines with this beginning, and a delay of so many milliseconds. */
    private record Moment(String line, int count, int delay) {}

    /** The lines of a process, and whether it was killed. */
    private record Output(List<String> lines, boolean killed) {}

    PhotoKilledHome(Path home, Path pictures, long seed) throws IOException {
        this.home = home;
        this.pictures = pictures;
        this.random = new Random(seed);
        this.reconciliation = new PhotoReconciliation(home, pictures, webSpace, tally);
        Files.writeString(home.resolve("preferences.json"),
                "{\"profile\": \"staging\", \"keepSecrets\": \"file\", "
                        + webSpace.preferences(webSpace.site()) + "}");
    }

    PhotoKillTest.Tally tally() {
        return tally;
    }

    /** Starts the program and kills it, unless all photos are public before. Then the next start begins a new run. */
    void killOrEnd() throws IOException {
        run(moment());
    }

    /** Starts the program until all photos of the present run are public. */
    void end() throws IOException {
        if (isUnderWay) {
            run(new Moment("none", 1, 0));
        }
    }

    private Moment moment() {
        return switch (random.nextInt(7)) {
            case 0 -> new Moment("begun", 1, random.nextInt(900));
            case 1 -> new Moment("found", 1, random.nextInt(300));
            case 2 -> new Moment("added", 1 + random.nextInt(4), random.nextInt(400));
            case 3 -> new Moment("photo STORED", 1 + random.nextInt(20), random.nextInt(20));
            case 4 -> new Moment("photo PUBLIC", 1 + random.nextInt(15), random.nextInt(20));
            default -> new Moment("photo", 1 + random.nextInt(80), random.nextInt(60));
        };
    }

    private void run(Moment moment) throws IOException {
        boolean hasJournal = Files.exists(home.resolve("journal.db"));
        Output output = output(moment);
        boolean open = false;
        boolean ended = false;
        for (String line : output.lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "begun" -> {
                }
                case "found" -> {
                    open = true;
                    tally.require(words[1].equals(hasJournal ? "SOUND" : "NEW"),
                            "the program found its journal " + words[1]);
                }
                case "photo" -> tally.require(words.length == 3, line);
                case "added" -> added.addAll(List.of(words).subList(1, words.length));
                case "lost" -> tally.require(false,
                        words[1] + " " + PhotoReconciliation.LOST + " from the car after a restart");
                case "ended" -> ended = true;
                default -> throw new AssertionError(line);
            }
        }
        if (!ended && !output.killed) {
            throw new AssertionError("ended by itself: " + Files.readString(errors()));
        }
        tally.kills += output.killed ? 1 : 0;
        tally.whileStarting += output.killed && !open ? 1 : 0;
        reconciliation.check(runName(), added, ended);
        isUnderWay = !ended;
        if (ended) {
            tally.runs++;
            tally.added += added.size();
            added.clear();
        }
    }

    /** Starts the program and kills it at the moment, if that comes. */
    private Output output(Moment moment) throws IOException {
        Process process = start();
        var lines = new ConcurrentLinkedQueue<String>();
        var reached = new CountDownLatch(moment.count);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            var rest = CompletableFuture.runAsync(() -> out.lines().forEach(line -> {
                lines.add(line);
                if (line.startsWith(moment.line)) {
                    reached.countDown();
                }
            }), Thread::startVirtualThread).thenRun(() -> {
                while (reached.getCount() > 0) {
                    reached.countDown();
                }
            });
            boolean isReached = reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            boolean ended = isReached && process.waitFor(moment.delay, TimeUnit.MILLISECONDS);
            // Killed through its handle, because Process.destroyForcibly would discard the output still in the pipe.
            boolean killed = !ended && process.toHandle().destroyForcibly();
            process.waitFor();
            rest.join();
            if (!isReached) {
                throw new AssertionError("did not get to " + moment + ": " + lines);
            }
            return new Output(List.copyOf(lines), killed && !lines.contains("ended"));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Process start() throws IOException {
        var options = new ArrayList<>(JavaProcess.BRIEF);
        options.addAll(List.of("-Djava.awt.headless=true", "-Dforecourt.staging.url=http://127.0.0.1:1"));
        return new ProcessBuilder(JavaProcess.inBackground(JavaProcess.command(options, PhotoVictimMain.class,
                home.toString(), Long.toString(random.nextLong()), pictures.toString(), runName())))
                .redirectError(errors().toFile()).start();
    }

    /** Returns the beginning of the stock numbers of the present run. */
    private String runName() {
        return "run" + tally.runs;
    }

    private Path errors() {
        return home.resolve("errors.txt");
    }

    @Override
    public void close() {
        webSpace.close();
    }
}
