package app.forecourt.home;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that claims each home read from standard input, and prints the result. It also prints each notification
 * from a later start, and ends when one asks for that.
 */
final class LaterStartMain {
    private LaterStartMain() {}

    /** Runs the program. The argument is the timeout in milliseconds. */
    public static void main(String[] args) throws IOException {
        print("ready");
        BufferedReader homes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String home = homes.readLine(); home != null; home = homes.readLine()) {
            // Closed when the process ends.
            SingleInstance claimed = SingleInstance.claim(
                    new AppDirs(Path.of(home)), Duration.ofMillis(Long.parseLong(args[0])), SingleInstance::open);
            Thread.ofVirtual().start(() -> claimed.answerLaterStarts(() -> print("again"), () -> System.exit(0)));
            print(claimed.result().name());
        }
    }

    private static synchronized void print(String line) {
        System.out.println(line);
    }
}
