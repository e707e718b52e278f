package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Test of what each kind of store reports in each situation, with the servers that are installed. The table is
 * {@code target/photos.md}.
 */
@Tag("report")
@Timeout(LongWait.TEST_SECONDS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class StoreFaultTableTest {
    private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();
    private static final List<String> KINDS = List.of("SFTP", "FTPS", "public");
    private static final List<AutoCloseable> RIGS = new ArrayList<>();

    @TempDir
    static Path work;

    @TestFactory
    Stream<DynamicTest> sftpWithOpenSsh() throws Exception {
        return tests("SFTP", SftpRig::new);
    }

    @TestFactory
    Stream<DynamicTest> ftpsWithVsftpd() throws Exception {
        return tests("FTPS", FtpsRig::new);
    }

    @TestFactory
    Stream<DynamicTest> publicWithNginx() throws Exception {
        return tests("public", PublicCases::new);
    }

    private static Stream<DynamicTest> tests(String kind, FaultCase.Start server) throws Exception {
        Path folder = Files.createDirectories(work.resolve("rig" + RIGS.size()));
        // Users of the servers reach the folder.
        for (Path open = folder; open.startsWith(work); open = open.getParent()) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try {
            FaultCase.Rig rig = server.in(folder);
            RIGS.add(rig);
            return tests(kind, rig.cases());
        } catch (TestAbortedException missing) {
            return Stream.of(DynamicTest.dynamicTest(kind, () -> {
                throw missing;
            }));
        }
    }

    private static Stream<DynamicTest> tests(String kind, List<FaultCase> cases) {
        return Cases.some(6, cases).stream()
                .map(one -> DynamicTest.dynamicTest(one.situation(), () -> {
                    String report = one.attempt().call();
                    TABLE.computeIfAbsent(one.situation(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(kind, report);
                    assertTrue(one.isExpected(report), report + " in place of " + one.expected());
                }));
    }

    @AfterAll
    static void closeAndWriteTable() throws Exception {
        for (AutoCloseable rig : RIGS) {
            rig.close();
        }
        writeTable();
    }

    private static void writeTable() throws IOException {
        var lines = new ArrayList<>(List.of(
                "# What a store of photos reports",
                "",
                "Empty: it can't happen with this kind, or its server was not installed.",
                "",
                "| situation | " + String.join(" | ", KINDS) + " |",
                "|---" + "|---".repeat(KINDS.size()) + "|"));
        TABLE.forEach((situation, reports) -> lines.add("| " + situation + " | "
                + KINDS.stream().map(kind -> reports.getOrDefault(kind, "")).collect(Collectors.joining(" | "))
                + " |"));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/photos.md"), lines);
    }
}
