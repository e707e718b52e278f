package app.forecourt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits for the end of this process and then runs a script, also when SIGKILL ended this process. It takes
 * the place of a shutdown hook, for which the end of this process would wait.
 */
public final class CleanupProcess implements AutoCloseable {
    private final Process shell;

    /**
     * Starts the shell.
     *
     * @param script the script, which has the arguments as its own
     */
    public CleanupProcess(String script, String... arguments) throws IOException {
        // Ctrl+C also reaches the shell. The system closes its input at the end of this process.
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "trap '' HUP INT TERM; read -r _; " + script, "cleanup"));
        command.addAll(List.of(arguments));
        shell = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs the script now, and waits for its end. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
