package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.profile.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirsTest {
    private static Path home(Map<String, String> variables, Map<String, String> properties) {
        return AppDirs.of(new Surroundings(variables::get, properties::get)).home();
    }

    private static Map<String, String> system(String name) {
        return Map.of("os.name", name, "user.home", "/home/ann");
    }

    @Test
    void propertyMovesEverything() {
        AppDirs dirs = AppDirs.of(new Surroundings(Map.<String, String>of()::get,
                Map.of("forecourt.home", "/elsewhere", "os.name", "Linux")::get));
        assertEquals(Path.of("/elsewhere"), dirs.home());
        assertEquals(Path.of("/elsewhere/preferences.json"), dirs.preferences());
        assertEquals(Path.of("/elsewhere/logs"), dirs.logs());
    }

    @Test
    void linuxByTheXdgSpecification() {
        assertEquals(Path.of("/home/ann/.local/share/forecourt"), home(Map.of(), system("Linux")));
        assertEquals(Path.of("/data/forecourt"), home(Map.of("XDG_DATA_HOME", "/data"), system("Linux")));
        assertEquals(Path.of("/home/ann/.local/share/forecourt"),
                home(Map.of("XDG_DATA_HOME", "relative"), system("Linux")));
    }

    @Test
    void windowsInLocalAppData() {
        assertEquals(Path.of("/local/Forecourt"),
                home(Map.of("LOCALAPPDATA", "/local"), system("Windows 11")));
        assertEquals(Path.of("/home/ann/AppData/Local/Forecourt"), home(Map.of(), system("Windows 11")));
    }

    @Test
    void macInApplicationSupport() {
        assertEquals(Path.of("/home/ann/Library/Application Support/Forecourt"),
                home(Map.of(), system("Mac OS X")));
    }

    @Test
    void withoutAnyHomeWhereItWasStarted() {
        assertEquals(Path.of("./.local/share/forecourt"), home(Map.of(), Map.of("os.name", "Linux")));
    }
}
