package app.forecourt.home;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of telling network drives from local disks. */
class NetworkDriveCheckTest {
    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void resolveHome() throws IOException {
        home = temporary.toRealPath();
    }

    private Optional<String> networkType(String type) {
        return networkType(type, home);
    }

    private static Optional<String> networkType(String type, Path path) {
        return new NetworkDriveCheck(_ -> type).networkType(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "cifs",
                "smb2",
                "smb3",
                "smbfs",
                "afpfs",
                "webdav",
                "davfs",
                "fuse.sshfs",
                "9p",
                "ncpfs",
                "NFS"
            })
    void networkFileSystemsAreDetected(String type) {
        assertEquals(Optional.of(type.toLowerCase(java.util.Locale.ROOT)), networkType(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "NTFS", "apfs", "zfs", "fuseblk", "ecryptfs", ""})
    void localFileSystemsAreAccepted(String type) {
        assertEmpty(networkType(type));
    }

    @Test
    void missingPathUsesNearestParent() {
        List<Path> checkedPaths = new ArrayList<>();
        NetworkDriveCheck check = new NetworkDriveCheck(path -> {
            checkedPaths.add(path);
            return "nfs4";
        });
        assertEquals(Optional.of("nfs4"), check.networkType(home.resolve("share/forecourt")));
        assertEquals(List.of(home), checkedPaths);
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void linkIsResolved() throws IOException {
        Path mounted = Files.createDirectory(home.resolve("mounted"));
        Path link = Files.createSymbolicLink(home.resolve("link"), mounted);
        NetworkDriveCheck check = new NetworkDriveCheck(path -> path.startsWith(mounted) ? "cifs" : "ext4");
        assertEquals(Optional.of("cifs"), check.networkType(link.resolve("forecourt")));
    }

    @Test
    void unknownTypeCountsAsLocal() {
        NetworkDriveCheck check = new NetworkDriveCheck(path -> {
            throw new IOException("Mount point not found");
        });
        assertEmpty(check.networkType(home));
    }

    @Test
    void temporaryFolderIsLocal() {
        assertEmpty(NetworkDriveCheck.ofSystem().networkType(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneDrive", "OneDrive - Autohaus", "dropbox", "Google Drive", "iCloudDrive", "Nextcloud"})
    void cloudFoldersAreDetected(String name) {
        assertEquals(Optional.of(name), networkType("ntfs", home.resolve(name).resolve("forecourt")));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void linkIntoACloudFolderIsDetected() throws IOException {
        Path cloud = Files.createDirectory(home.resolve("Dropbox"));
        assertEquals(
                Optional.of("Dropbox"), networkType("ext4", Files.createSymbolicLink(home.resolve("link"), cloud)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneDriveX", "my Dropbox", "Forecourt"})
    void similarNamesAreLocal(String name) {
        assertEmpty(networkType("ntfs", home.resolve(name)));
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void windowsSharesAreDetected() {
        assertEquals(
                Optional.of("\\\\server.invalid"), networkType("ntfs", Path.of("\\\\server.invalid\\share\\cars")));
    }
}
