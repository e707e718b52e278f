package app.forecourt.ui.fx;

import javafx.scene.paint.Color;

/**
 * Colours as people see them, by the matrices of Machado, Oliveira and Fernandes (2009) for linear light, and the
 * distance of two colours as CIE 1976 defines it (ΔE in L*a*b* for D65).
 */
enum ColourVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /** Without the cones for red. */
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /** Without the cones for green. */
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    double distance(Color one, Color other) {
        double[] first = lab(one);
        double[] second = lab(other);
        return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
    }

    private double[] lab(Color color) {
        double[] seen = multiply(
                matrix,
                StyleSheetColours.linear(color.getRed()),
                StyleSheetColours.linear(color.getGreen()),
                StyleSheetColours.linear(color.getBlue()));
        double[] xyz = multiply(
                new double[] {
                    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
                },
                seen);
        double x = root(xyz[0] / 0.95047);
        double y = root(xyz[1]);
        double z = root(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double[] multiply(double[] matrix, double... vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += matrix[3 * row + column] * vector[column];
            }
            product[row] = Math.clamp(sum, 0, 1.1);
        }
        return product;
    }

    private static double root(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }
}
