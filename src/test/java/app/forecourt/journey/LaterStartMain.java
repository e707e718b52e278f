package app.forecourt.journey;

import app.forecourt.AppDirs;
import app.forecourt.SingleInstance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that claims each directory it reads from standard input, says what came of it, and says so whenever a later
 * start tells it.
 */
public final class LaterStartMain {
    private LaterStartMain() {}

    /** Takes the patience in milliseconds. */
    public static void main(String[] args) throws IOException {
        say("ready");
        BufferedReader homes = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String home = homes.readLine(); home != null; home = homes.readLine()) {
            // Closed by the end of the process.
            SingleInstance claimed = SingleInstance.claim(new AppDirs(Path.of(home)), () -> say("again"),
                    Duration.ofMillis(Long.parseLong(args[0])));
            say(claimed.standing().name());
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
