package app.forecourt.photo.prepare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/** Made-up photos of cars, the same for the same seed: sky, ground, a car, and the sensor's noise. */
final class SampleScenes {

    private SampleScenes() {}

    static BufferedImage car(long seed, int width, int height) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int horizon = height * (35 + random.nextInt(30)) / 100;
        pen.setPaint(new GradientPaint(0, 0, color(random, 120, 100), width / 3f, horizon, color(random, 150, 100)));
        pen.fillRect(0, 0, width, horizon);
        pen.setPaint(new GradientPaint(0, horizon, color(random, 50, 90), width / 2f, height, color(random, 70, 90)));
        pen.fillRect(0, horizon, width, height - horizon);
        int left = width * (5 + random.nextInt(20)) / 100;
        int length = width * (50 + random.nextInt(25)) / 100;
        int tall = height * (22 + random.nextInt(15)) / 100;
        int top = horizon - tall / 3;
        pen.setColor(color(random, 20, 220));
        pen.fillRoundRect(left + length / 5, top - tall / 2, length / 2, tall, tall / 2, tall / 2);
        pen.fillRoundRect(left, top, length, tall, tall / 2, tall / 2);
        pen.setColor(new Color(30, 36, 42));
        pen.fillRoundRect(left + length / 4, top - tall * 2 / 5, length / 6, tall / 2, 12, 12);
        pen.fillRoundRect(left + length * 9 / 20, top - tall * 2 / 5, length / 6, tall / 2, 12, 12);
        pen.setStroke(new BasicStroke(Math.max(1, width / 300f)));
        pen.drawLine(left + length * 3 / 7, top, left + length * 3 / 7, top + tall * 4 / 5);
        for (int wheel = 1; wheel <= 4; wheel += 3) {
            int x = left + length * wheel / 5 - tall / 3;
            pen.setColor(new Color(22, 22, 24));
            pen.fillOval(x, top + tall / 2, tall * 2 / 3, tall * 2 / 3);
            pen.setColor(new Color(168, 170, 174));
            for (int spoke = 0; spoke < 10; spoke++) {
                double angle = spoke * Math.PI / 5;
                pen.drawLine(
                        x + tall / 3, top + tall * 5 / 6, (int) (x + tall / 3 + tall / 4.0 * Math.cos(angle)), (int)
                                (top + tall * 5 / 6.0 + tall / 4.0 * Math.sin(angle)));
            }
        }
        pen.dispose();
        return image;
    }

    private static Color color(Random random, int least, int range) {
        return new Color(
                least + random.nextInt(Math.min(range, 256 - least)),
                least + random.nextInt(Math.min(range, 256 - least)),
                least + random.nextInt(Math.min(range, 256 - least)));
    }

    /** Adds noise of this standard deviation to each color. */
    static BufferedImage noisy(BufferedImage image, double deviation, long seed) {
        // Its Gaussian numbers are cheaper than Random's.
        var random = new SplittableRandom(seed);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
        Arrays.setAll(samples, i -> Math.clamp(Math.round(samples[i] + deviation * random.nextGaussian()), 0, 255));
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        result.getRaster().setPixels(0, 0, width, height, samples);
        return result;
    }

    /** Multiplies the light. */
    static BufferedImage lit(BufferedImage image, float factor) {
        return new RescaleOp(factor, 0, null).filter(image, null);
    }

    /** Blurs like a lens out of focus: three box filters of this radius. */
    static BufferedImage blurred(BufferedImage image, int radius) {
        float[] weights = new float[2 * radius + 1];
        Arrays.fill(weights, 1f / weights.length);
        var rows = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var columns = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        BufferedImage result = image;
        for (int times = 0; times < 3; times++) {
            result = columns.filter(rows.filter(result, null), null);
        }
        return result;
    }
}
