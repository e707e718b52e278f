package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDriveCheckTest {
    @TempDir
    private Path temporary;
    private Path home;

    @BeforeEach
    void real() throws IOException {
        home = temporary.toRealPath();
    }

    private Optional<String> network(String kind) {
        return new NetworkDriveCheck(path -> kind).network(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs",
        "fuse.sshfs",
        "9p", "ncpfs", "NFS"})
    void kindsThatAreReachedOverANetwork(String kind) {
        assertEquals(Optional.of(kind.toLowerCase(java.util.Locale.ROOT)), network(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "NTFS", "apfs", "zfs", "fuseblk",
        "ecryptfs", ""})
    void kindsThatAreDisks(String kind) {
        assertEquals(Optional.empty(), network(kind));
    }

    @Test
    void whatIsNotThereYetLiesWhereItsNearestParentLies() {
        List<Path> asked = new ArrayList<>();
        NetworkDriveCheck disk = new NetworkDriveCheck(path -> {
            asked.add(path);
            return "nfs4";
        });
        assertEquals(Optional.of("nfs4"), disk.network(home.resolve("share").resolve("forecourt")));
        assertEquals(List.of(home), asked);
    }

    @Test
    void linkLiesWhereItLeads() throws IOException {
        Path mounted = Files.createDirectory(home.resolve("mounted"));
        Path link = Files.createSymbolicLink(home.resolve("link"), mounted);
        NetworkDriveCheck disk = new NetworkDriveCheck(path -> path.startsWith(mounted) ? "cifs" : "ext4");
        assertEquals(Optional.of("cifs"), disk.network(link.resolve("forecourt")));
    }

    @Test
    void whereNothingIsToldItIsTakenForADisk() {
        NetworkDriveCheck silent = new NetworkDriveCheck(path -> {
            throw new IOException("Mount point not found");
        });
        assertEquals(Optional.empty(), silent.network(home));
    }

    @Test
    void placeForTemporaryFilesIsADisk() {
        assertEquals(Optional.empty(), NetworkDriveCheck.ofSystem().network(home));
    }

    @Test
    void sharesOfWindows() {
        assertTrue(NetworkDriveCheck.isShare(Path.of("\\\\server\\share\\")));
        assertFalse(NetworkDriveCheck.isShare(Path.of("C:\\")));
        assertFalse(NetworkDriveCheck.isShare(Path.of("/")));
    }
}
