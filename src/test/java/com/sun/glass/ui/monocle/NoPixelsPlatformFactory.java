package com.sun.glass.ui.monocle;

import java.nio.Buffer;

/**
 * The headless platform of Monocle with a screen that ignores the pixels of its windows. No test looks at the screen;
 * screenshots are snapshots of scenes.
 *
 * <p>Monocle's own screen breaks the windows that are partly outside it. It lowers the limit of a buffer that JavaFX
 * uses again for the next frame, and JavaFX prints a {@code BufferOverflowException} for every further frame (<a
 * href="https://github.com/TestFX/Monocle/issues/96">TestFX/Monocle#96</a>). It also costs time, because it blends all
 * windows in Java.
 *
 * <p>Monocle finds this class by its package and by {@code -Dmonocle.platform=NoPixels}.
 */
final class NoPixelsPlatformFactory extends HeadlessPlatformFactory {
    @Override
    protected NativePlatform createNativePlatform() {
        return new HeadlessPlatform() {
            @Override
            protected NativeScreen createScreen() {
                return new NoPixelsScreen();
            }
        };
    }

    private static final class NoPixelsScreen extends HeadlessScreen {
        @Override
        public void uploadPixels(Buffer pixels, int x, int y, int width, int height, float alpha) {
            // Ignored.
        }
    }
}
