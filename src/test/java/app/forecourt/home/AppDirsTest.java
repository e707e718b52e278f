package app.forecourt.home;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.file.FileModes.giveAway;
import static app.forecourt.file.Folders.names;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the directories of the program on each system. */
class AppDirsTest {
    private static AppDirs dirs(Map<String, String> variables, Map<String, String> properties) {
        return AppDirs.of(new SystemEnvironment(variables::get, properties::get));
    }

    private static Path home(Map<String, String> variables, Map<String, String> properties) {
        return dirs(variables, properties).home();
    }

    private static Map<String, String> system(String name) {
        return Map.of("os.name", name, "user.home", "/home/ann");
    }

    @Test
    void propertySetsHome() {
        assertEquals(Path.of("/elsewhere"), home(Map.of(), Map.of("forecourt.home", "/elsewhere", "os.name", "Linux")));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, NONE, '', /home/ann/.local/share/forecourt",
        "Linux, XDG_DATA_HOME, relative, /home/ann/.local/share/forecourt",
        "Windows 11, LOCALAPPDATA, /local, /local/Forecourt",
        "Windows 11, NONE, '', /home/ann/AppData/Local/Forecourt",
        "Mac OS X, NONE, '', /home/ann/Library/Application Support/Forecourt"
    })
    void homeFollowsTheSystemsRules(String system, String variable, String value, Path expected) {
        assertEquals(expected, home(Map.of(variable, value), system(system)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?"})
    void missingUserHomeUsesTemporaryFolder(String userHome, @TempDir Path temporary) throws IOException {
        AppDirs dirs = dirsWithoutHome(userHome, temporary, "ann");
        assertEquals(temporary.resolve("forecourt-ann"), dirs.home());
        assertTrue(dirs.isTemporary());
        assertMode("rwx------", dirs.home());
        Files.writeString(dirs.preferences(), "{}");
        assertEquals(dirs, dirsWithoutHome(userHome, temporary, "ann"), "the next start finds what was kept");
        assertEquals(Set.of("preferences.json"), names(dirs.home()));
    }

    @Test
    void userNameIsMadeAFileName(@TempDir Path temporary) {
        assertEquals(temporary.resolve("forecourt-.._CORP_ann"), temporaryHome(temporary, "../CORP\\ann"));
        assertEquals(temporary.resolve("forecourt-"), temporaryHome(temporary, ""));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void linkOrFileIsNotUsedAsHome(@TempDir Path temporary) throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("trap"));
        Files.createSymbolicLink(temporary.resolve("forecourt-ann"), elsewhere);
        Files.writeString(temporary.resolve("forecourt-ann-2"), "no directory");
        assertEquals(temporary.resolve("forecourt-ann-3"), temporaryHome(temporary, "ann"));
        assertEmpty(names(elsewhere));
    }

    @Test
    void otherUsersFolderIsNotUsed(@TempDir Path temporary) throws IOException {
        Path foreign = Files.createDirectory(temporary.resolve("forecourt-ann"));
        giveAway(foreign);
        assertEquals(temporary.resolve("forecourt-ann-2"), temporaryHome(temporary, "ann"));
    }

    @Test
    void missingTemporaryFolderIsAccepted() {
        assertEquals(Path.of("/proc/none/forecourt-ann"), temporaryHome(Path.of("/proc/none"), "ann"));
    }

    @Test
    @Needs(SystemFeature.UNIX_FILES)
    void xdgDataHomeReplacesUserHome() {
        assertEquals(
                new AppDirs(Path.of("/data/forecourt")),
                dirs(Map.of("XDG_DATA_HOME", "/data"), Map.of("os.name", "Linux")));
    }

    private static List<Path> state(Map<String, String> variables, Map<String, String> properties) {
        return dirs(variables, properties).stateFolders();
    }

    @Test
    @Needs(SystemFeature.UNIX_FILES)
    void stateFollowsXdgThenTemporaryFolder() {
        assertEquals(List.of(Path.of("/home/ann/.local/state/forecourt")), state(Map.of(), system("Linux")));
        assertEquals(
                List.of(Path.of("/state/forecourt"), Path.of("/tmp/forecourt-ann-state")),
                state(
                        Map.of("XDG_STATE_HOME", "/state"),
                        Map.of("os.name", "Linux", "java.io.tmpdir", "/tmp", "user.name", "ann")));
        assertEquals(
                List.of(Path.of("/temp/forecourt-ann-state")),
                state(Map.of(), Map.of("os.name", "Windows 11", "java.io.tmpdir", "/temp", "user.name", "ann")));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void eachHomeHasItsOwnSentLog(@TempDir Path temporary) throws IOException {
        Path home = Files.createDirectory(temporary.resolve("home"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home);
        List<Path> state = List.of(temporary.resolve("state"));
        List<Path> ofHome = new AppDirs(home, false, state).sentLogs();
        assertEquals(ofHome, new AppDirs(link, false, state).sentLogs());
        assertNotEquals(ofHome, new AppDirs(temporary.resolve("other"), false, state).sentLogs());
        assertEquals(
                new AppDirs(home.resolve("later"), false, state).sentLogs(),
                new AppDirs(link.resolve("later"), false, state).sentLogs(),
                "though it is not there yet");
        assertFalse(Files.exists(state.getFirst()));
    }

    private static Path temporaryHome(Path temporary, String user) {
        return dirsWithoutHome("", temporary, user).home();
    }

    private static AppDirs dirsWithoutHome(String home, Path temporary, String user) {
        return dirs(
                Map.of(),
                Map.of(
                        "os.name",
                        "Linux",
                        "user.home",
                        home,
                        "java.io.tmpdir",
                        temporary.toString(),
                        "user.name",
                        user));
    }
}
