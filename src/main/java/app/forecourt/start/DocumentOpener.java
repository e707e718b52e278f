package app.forecourt.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;

/** Opens web pages and folders in other programs, and returns whether that worked, which JavaFX does not. */
public final class DocumentOpener {
    private DocumentOpener() {}

    /**
     * Returns the command that opens an address.
     *
     * @param system value of the system property {@code os.name}
     */
    public static List<String> command(String system, URI address) {
        return system.startsWith("Windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of(system.startsWith("Mac") ? "open" : "xdg-open", address.toString());
    }

    /** Runs such a command, and returns whether that worked. Some browsers return only when the user closes them. */
    public static boolean open(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noProgram) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
