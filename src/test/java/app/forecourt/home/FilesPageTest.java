package app.forecourt.home;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.manual.CodeConstants;
import app.forecourt.manual.ManualPage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of all files, compared with {@link AppDirs} and with what {@link DataEraser} deletes. */
class FilesPageTest {
    private static final String UUID = "0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c";
    private static final String DATE = "2026-11-27";
    private static final String NUMBER = "2";

    /** A group without groups in it. */
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)(\\?)?");

    private static final String HEADER = "| name | holds | if it is lost | deleted |";

    @TempDir
    private Path temporary;

    private AppDirs dirs;

    @BeforeEach
    void createDirs() {
        dirs = new AppDirs(temporary.resolve("home"), false, List.of(temporary.resolve("state")));
    }

    /** Returns the last cell, whether a file is deleted, by the name of the file. */
    private static Map<String, String> documented(String section) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (List<String> row :
                ManualPage.read("reference/files.md").section(section).table(HEADER)) {
            ManualPage.code(row.getFirst()).forEach(name -> cells.put(name, row.getLast()));
        }
        List<String> parts =
                cells.keySet().stream().filter(name -> name.startsWith("NAME")).toList();
        List<String> databases = cells.keySet().stream()
                .filter(name -> name.contains(".db") && !name.matches(".*-(wal|shm|journal)"))
                .toList();
        for (String part : parts) {
            String cell = cells.remove(part);
            databases.forEach(database -> cells.put(part.replace("NAME", database), cell));
        }
        return cells;
    }

    /** Returns an example of a name with placeholders. */
    private Path example(Path folder, String name) {
        String id = dirs.sentLogs().getFirst().getFileName().toString().replace(".sent", "");
        return folder.resolve(name.replace("UUID", UUID)
                .replace("DATE", DATE)
                .replace("ID", id)
                .replaceAll("N(?=$|[./-])", NUMBER));
    }

    private Map<Path, String> examples() throws IOException {
        Map<Path, String> examples = new TreeMap<>();
        documented("In the data folder").forEach((name, cell) -> examples.put(example(dirs.home(), name), cell));
        documented("Outside the data folder")
                .forEach(
                        (name, cell) -> examples.put(example(dirs.stateFolders().getFirst(), name), cell));
        return examples;
    }

    @Test
    void everyDeletedNameIsNamed() throws IOException {
        Set<Path> deleted = new TreeSet<>();
        DataEraser.folders(dirs)
                .forEach((folder, names) -> namesOf(names).forEach(name -> deleted.add(folder.resolve(name))));
        for (Path log : dirs.sentLogs()) {
            namesOf(DataEraser.sendLogNames(log)).forEach(name -> deleted.add(log.resolveSibling(name)));
        }
        assertTrue(deleted.size() > 50, deleted::toString);
        Set<Path> named = examples().keySet();
        assertEmpty(deleted.stream().filter(file -> !named.contains(file)).toList());
    }

    /** Returns an example of each choice in a pattern of names. */
    private static Set<String> namesOf(Pattern pattern) {
        Set<String> names = choices(pattern.pattern()
                .replaceAll("\\\\Q(.*?)\\\\E", "$1")
                .replace("\\d{4}-\\d\\d-\\d\\d", DATE)
                .replace("[\\w-]{36}", UUID)
                .replace("\\d*", "(" + NUMBER + ")?")
                .replace("\\d+", NUMBER)
                .replace("\\.", "."));
        assertEmpty(
                names.stream().filter(name -> !pattern.matcher(name).matches()).toList());
        return names;
    }

    private static Set<String> choices(String pattern) {
        Matcher group = GROUP.matcher(pattern);
        if (!group.find()) {
            return Set.copyOf(List.of(pattern.split("\\|")));
        }
        Set<String> choices = new HashSet<>();
        for (String choice : (group.group(1) + (group.group(2) == null ? "" : "|")).split("\\|", -1)) {
            choices.addAll(choices(group.replaceFirst(choice)));
        }
        return choices;
    }

    @Test
    void limitsMatch() throws IOException {
        Map<String, String> constants = Map.ofEntries(
                entry("log", "start.Log.FILES start.Log.MAX_FILE_BYTES"),
                entry("daily backups", "journal.JournalBackups.MOST_BACKUPS"),
                entry("settings file", "file.PrivateFile.MAX_BYTES"),
                entry("key file", "secret.FileKeyStorage.MAX_BYTES"),
                entry("own words", "text.LenientProperties.MAX_LENGTH"),
                entry("dealerships", "settings.DealershipRepository.MAX_COUNT settings.Dealership.MAX_LENGTH"),
                entry(
                        "building blocks",
                        "advert.BlockRepository.MOST advert.DescriptionBlock.LONGEST_NAME advert.DescriptionBlock.LONGEST_TEXT"),
                entry("import", "autochat.json.CarImportParser.MOST_CARS autochat.json.CarImportParser.LONGEST"),
                entry("logo", "card.CardLogo.MOST_BYTES card.CardLogo.MOST_PIXELS"),
                entry("name and web address on the windscreen card", "card.DealerWebAddress.MAX_LENGTH"),
                entry("pasted text", "car.FieldLimits.MAX_INPUT_SINGLE_LINE car.FieldLimits.MAX_INPUT_MULTI_LINE"),
                entry("pasted equipment list", "option.paste.OptionCatalogue.MAX_LIST_LENGTH"));
        Map<String, String> limits =
                ManualPage.read("reference/files.md").section("Limits").table("| what | limit |").stream()
                        .collect(toMap(List::getFirst, List::getLast));
        assertEquals(constants.keySet(), limits.keySet());
        constants.forEach((what, names) -> assertTrue(
                limits.get(what)
                        .matches(Stream.of(names.split(" "))
                                .map(FilesPageTest::written)
                                .collect(joining("\\D+", "\\D*", "\\D*"))),
                what));
    }

    /** Returns the forms of a constant in the manual. */
    private static String written(String constant) {
        int end = constant.lastIndexOf('.');
        long number = CodeConstants.number(constant.substring(0, end), constant.substring(end + 1));
        return "(%s|%s|%,d)".formatted(CodeConstants.word(number), CodeConstants.size(number), number);
    }

    @Test
    void deletedFilesAreDeletedAndOthersStay() throws IOException {
        Map<Path, String> examples = examples();
        for (Path file : examples.keySet()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        assertEmpty(new DataEraser(dirs).eraseAll());
        Map<Path, String> actual = new TreeMap<>();
        examples.keySet().forEach(file -> actual.put(file, Files.exists(file) ? "no" : "yes"));
        assertEquals(examples, actual);
    }

    @Test
    void everyPlaceOfTheCodeIsNamed() throws Exception {
        Set<Path> places = new TreeSet<>();
        for (Method place : AppDirs.class.getDeclaredMethods()) {
            if (place.getParameterCount() == 0
                    && place.getReturnType() == Path.class
                    && !Modifier.isPrivate(place.getModifiers())
                    && !place.getName().equals("home")) {
                places.add((Path) place.invoke(dirs));
            }
        }
        places.addAll(dirs.sentLogs());
        assertTrue(places.size() >= 10, () -> "" + places);
        Set<Path> named = examples().keySet().stream()
                .flatMap(file -> Stream.of(file, file.getParent()))
                .collect(toSet());
        assertEmpty(places.stream().filter(place -> !named.contains(place)).toList());
    }
}
