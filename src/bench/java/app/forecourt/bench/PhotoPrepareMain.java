package app.forecourt.bench;

import app.forecourt.photo.prepare.PhotoPreparer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * Benchmark of preparing photos: 30 made-up JPEGs of 12 megapixels, each third of 40, by two threads. Prints the
 * seconds, the largest heap, garbage included, and the resident memory on Linux. The argument names the folder of the
 * files; they are created if it has none.
 *
 * <p>Needs the options of {@code packaging/build/java-options.txt} that are for Java itself, because the program has
 * one compiler only.
 */
public final class PhotoPrepareMain {
    private static final int PHOTOS = 30;
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final double LARGER = 1.825;
    private static final int GREY = 128;
    private static final double NOISE = 16;
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;

    private PhotoPrepareMain() {}

    /** Creates the files and measures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        var files = new ArrayList<Path>();
        long bytes = 0;
        for (int number = 0; number < PHOTOS; number++) {
            Path file = folder.resolve("photo-" + number + ".jpg");
            if (!Files.exists(file)) {
                ImageIO.write(photo(number), "jpeg", file.toFile());
            }
            files.add(file);
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "%d photos, %.1f MB each%n", PHOTOS, bytes / 1e6 / PHOTOS);
        for (int round = 0; round < ROUNDS; round++) {
            prepare(files);
        }
    }

    /** Draws the noise of a sensor, which makes a file as large as that of a camera. */
    private static BufferedImage photo(long seed) {
        var random = new Random(seed);
        double factor = seed % 3 == 0 ? LARGER : 1;
        var image = new BufferedImage((int) (WIDTH * factor), (int) (HEIGHT * factor), BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int sample = 0; sample < samples.length; sample++) {
            samples[sample] = (byte) Math.clamp(GREY + NOISE * random.nextGaussian(), 0, 255);
        }
        return image;
    }

    private static void prepare(List<Path> files) throws Exception {
        System.gc();
        MeasuredWindow.resetPeak();
        long resident = MeasuredWindow.resident("VmRSS");
        long before = heap(MemoryPoolMXBean::getUsage);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<?> task : threads.invokeAll(files.stream()
                    .<Callable<Object>>map(file -> () -> PhotoPreparer.prepare(file, List.of()))
                    .toList())) {
                task.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "prepared in %.2f s; heap %.0f MB before, %.0f MB at most; resident %d MB before, %d MB more at most%n",
                seconds,
                before / 1e6,
                heap(MemoryPoolMXBean::getPeakUsage) / 1e6,
                resident,
                MeasuredWindow.resident("VmHWM") - resident);
    }

    /** Returns a figure of all parts of the heap. */
    private static long heap(Function<MemoryPoolMXBean, MemoryUsage> figure) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> figure.apply(pool).getUsed())
                .sum();
    }
}
