package app.forecourt.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory that can be full or read-only, on machines that allow mounting. */
public final class SmallDisk implements AutoCloseable {
    private final Path root;
    private final Path filling;

    private SmallDisk(Path root) {
        this.root = root;
        this.filling = root.resolve("filling");
    }

    /** Mounts a disk, or skips the test if nothing can be mounted. */
    public static SmallDisk mount(Path root, String size) throws Exception {
        Files.createDirectories(root);
        SystemFeature.UNIX_PROGRAMS.assume();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", root.toString()) == 0,
                "no disk can be mounted here");
        return new SmallDisk(root);
    }

    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filling)) {
            byte[] some = new byte[512];
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            if (Files.getFileStore(root).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    public void freeSpace() throws IOException {
        Files.delete(filling);
    }

    public void makeReadOnly() {
        // A process that another test starts holds the open files of this one for a moment.
        LongWait.until("the disk closed to writing", () -> run("mount", "-o", "remount,ro", root.toString()) == 0);
    }

    public void makeWritable() throws Exception {
        if (run("mount", "-o", "remount,rw", root.toString()) != 0) {
            throw new IOException("not opened to writing");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws Exception {
        if (run("umount", root.toString()) != 0) {
            run("umount", "--lazy", root.toString());
        }
    }
}
