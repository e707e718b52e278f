package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Test of what each kind of store reports in each situation, with the servers that are installed. */
@Timeout(LongWait.TEST_SECONDS)
@Needs(SystemFeature.LOCAL_SERVERS)
class StoreFaultTableTest {
    @TempDir
    Path work;

    /** Lets the users of the servers reach the folder. */
    @BeforeEach
    void openFolder() throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @TestFactory
    Stream<DynamicTest> sftpWithOpenSsh() throws Exception {
        return tests(new SftpRig(work));
    }

    @TestFactory
    Stream<DynamicTest> ftpsWithVsftpd() throws Exception {
        return tests(new FtpsRig(work));
    }

    private static Stream<DynamicTest> tests(StoreRig rig) throws Exception {
        return Cases.some(6, rig.cases().stream())
                .map(one -> DynamicTest.dynamicTest(one.situation(), () -> {
                    String report = one.attempt().call();
                    assertTrue(one.isExpected(report), report + " in place of " + one.expected());
                }))
                .onClose(rig::close);
    }
}
