package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Java program that a test starts. It prints lines and may read commands. It is killed, or ends by itself. */
public final class StartedProgram implements AutoCloseable {
    /** The limit of each wait for the next line. Generous, because the computer may be busy. */
    private static final long LIMIT_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final Process process;
    private final Path errors;
    private final Consumer<String> listener;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();
    private boolean isOutputRead;
    private int taken;
    private long killedAt;

    private StartedProgram(List<String> command, Path errors, Consumer<String> listener) throws IOException {
        this.errors = errors;
        this.listener = listener;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        reader = Thread.startVirtualThread(this::read);
    }

    /** Starts a brief program that leaves the processor to the tests with a window. */
    public static StartedProgram start(List<String> options, Class<?> main, Object... arguments) throws IOException {
        Path errors = Files.createTempFile("program", ".txt");
        errors.toFile().deleteOnExit();
        return start(errors, _ -> {}, options, main, arguments);
    }

    /**
     * Starts such a program.
     *
     * @param errors the file to which its errors are appended
     * @param listener receives each line of its output
     */
    public static StartedProgram start(
            Path errors, Consumer<String> listener, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        return new StartedProgram(JavaProcess.inBackground(command(options, main, arguments)), errors, listener);
    }

    /** Starts a program with the display and the language of this test. */
    public static StartedProgram startWithWindow(Path errors, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        return new StartedProgram(
                command(
                        Stream.concat(JavaProcess.display().stream(), options.stream())
                                .toList(),
                        main,
                        arguments),
                errors,
                _ -> {});
    }

    private static List<String> command(List<String> options, Class<?> main, Object... arguments) {
        return JavaProcess.command(
                Stream.concat(JavaProcess.BRIEF.stream(), options.stream()).toList(),
                main,
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** Prints a line of a started program at once, so that a kill leaves no half line. */
    public static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                add(line);
                listener.accept(line);
            }
        } catch (IOException failed) {
            add("unreadable: " + failed);
        } finally {
            endOutput();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void endOutput() {
        isOutputRead = true;
        notifyAll();
    }

    /** Returns the lines so far. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    public boolean hasPrinted(String beginning) {
        return lines().stream().anyMatch(line -> line.startsWith(beginning));
    }

    /** Returns what was printed to the error stream. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits for the next line and returns it. */
    public synchronized String nextLine() {
        await("", ++taken);
        assertTrue(lines.size() >= taken, () -> "it has ended: " + lines + errors());
        return lines.get(taken - 1);
    }

    /** Waits for so many lines with a beginning, or for the end of the output. */
    public synchronized void await(String beginning, int count) {
        try {
            while (!isOutputRead && count(beginning) < count) {
                int printed = lines.size();
                wait(LIMIT_MILLIS);
                if (!isOutputRead && lines.size() == printed) {
                    throw failed("never printed " + beginning + ": " + lines + errors());
                }
            }
        } catch (InterruptedException stopped) {
            throw failed("interrupted");
        }
    }

    /** Kills the program, so that it does not outlive a test that fails. */
    private AssertionError failed(String message) {
        process.destroyForcibly();
        return new AssertionError(message);
    }

    private long count(String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning)).count();
    }

    /** Sends a command. Does nothing if the program is gone. */
    public void tell(String command) {
        try {
            process.outputWriter().write(command + "\n");
            process.outputWriter().flush();
        } catch (IOException gone) {
            // It was killed meanwhile.
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Kills the program after so many lines with a beginning and a delay. No event ends the delay, because the kill
     * must come at any moment.
     *
     * @return false if the program has ended by itself before
     */
    public boolean killAfter(String beginning, int count, int millis) {
        await(beginning, count);
        try {
            boolean hasEnded = process.waitFor(millis, TimeUnit.MILLISECONDS);
            kill();
            return !hasEnded;
        } catch (InterruptedException stopped) {
            throw failed("interrupted");
        }
    }

    /** Kills the program with SIGKILL, and reads the rest of its output. */
    public void kill() {
        killedAt = System.currentTimeMillis();
        // Through its handle, because Process.destroyForcibly would discard the output still in the pipe.
        process.toHandle().destroyForcibly();
        join();
    }

    /** Returns the time just before the kill. */
    public long killedAt() {
        return killedAt;
    }

    /** Waits for the end of the program, which must be without an error. Returns its output. */
    public List<String> end() {
        join();
        assertEquals(0, process.exitValue(), () -> lines() + errors());
        return lines();
    }

    /** Waits for the end of the program and of its output. */
    public void join() {
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException stopped) {
            throw failed("interrupted");
        }
    }

    @Override
    public void close() {
        kill();
    }
}
