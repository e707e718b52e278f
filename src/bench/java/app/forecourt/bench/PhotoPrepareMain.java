package app.forecourt.bench;

import app.forecourt.photo.prepare.PhotoPreparer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
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
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Benchmark of preparing photos: 30 made-up JPEGs of 12 megapixels, each third of 40, by two threads. Prints the
 * seconds, the largest heap, garbage included, and the resident memory on Linux. The argument names the folder of the
 * files; they are created if it has none.
 *
 * <p>Needs the options of {@code packaging/build/options} that are for Java itself, because the program has one
 * compiler only.
 */
public final class PhotoPrepareMain {
    private static final int PHOTOS = 30;
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final double LARGER = 1.825;
    private static final double NOISE = 5;
    private static final float QUALITY = 0.92f;
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;
    private static final long BEAT_MILLIS = 5;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private PhotoPrepareMain() {}

    /** Creates the files and measures. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        var files = new ArrayList<Path>();
        long bytes = 0;
        for (int number = 0; number < PHOTOS; number++) {
            Path file = folder.resolve("photo-" + number + ".jpg");
            if (!Files.exists(file)) {
                write(photo(number), file);
            }
            files.add(file);
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "%d photos, %.1f MB each%n", PHOTOS, bytes / 1e6 / PHOTOS);
        for (int round = 0; round < ROUNDS; round++) {
            prepare(files);
        }
    }

    /** Draws a scene of gradients and shapes with the noise of a sensor. */
    private static BufferedImage photo(long seed) {
        var random = new Random(seed);
        double factor = seed % 3 == 0 ? LARGER : 1;
        int width = (int) (WIDTH * factor);
        int height = (int) (HEIGHT * factor);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(120, 160, 210), width, height, new Color(90, 85, 80)));
        pen.fillRect(0, 0, width, height);
        for (int shape = 0; shape < 400; shape++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(width), random.nextInt(height), random.nextInt(300), random.nextInt(200));
        }
        pen.dispose();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                row[x] = noisy(row[x] >> 16 & 0xff, random) << 16
                        | noisy(row[x] >> 8 & 0xff, random) << 8
                        | noisy(row[x] & 0xff, random);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int noisy(int value, Random random) {
        return (int) Math.clamp(value + NOISE * random.nextGaussian(), 0, 255);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        try (var out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static void prepare(List<Path> files) throws Exception {
        System.gc();
        MeasuredWindow.resetPeak();
        long resident = MeasuredWindow.resident("VmRSS");
        long before = MEMORY.getHeapMemoryUsage().getUsed();
        var most = new AtomicLong();
        Thread beat = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most.accumulateAndGet(MEMORY.getHeapMemoryUsage().getUsed(), Math::max);
                try {
                    Thread.sleep(BEAT_MILLIS);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<?> task : threads.invokeAll(files.stream()
                    .<Callable<Object>>map(file -> () -> PhotoPreparer.prepare(file, List.of()))
                    .toList())) {
                task.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        beat.interrupt();
        System.out.printf(
                Locale.ROOT,
                "prepared in %.2f s; heap %.0f MB before, %.0f MB at most; resident %d MB before, %d MB more at most%n",
                seconds,
                before / 1e6,
                most.get() / 1e6,
                resident,
                MeasuredWindow.resident("VmHWM") - resident);
    }
}
