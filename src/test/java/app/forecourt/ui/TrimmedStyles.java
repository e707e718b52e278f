package app.forecourt.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.fx.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Check that no control is shown whose rules were left out of the theme. */
public final class TrimmedStyles {
    private static final String BEFORE = "/* Without ";
    private static final String AFTER = " */";
    private static final List<String> LEFT_OUT = leftOut();
    private static final Set<String> CHECKED = new HashSet<>();

    private TrimmedStyles() {}

    /** Fails if a node, or a node below it, has a style class that was left out. */
    public static void check(Node node) {
        for (String styleClass : node.getStyleClass()) {
            if (!CHECKED.contains(styleClass)) {
                assertTrue(
                        LEFT_OUT.stream().noneMatch(styleClass::startsWith),
                        () -> node + " has no style: leave ." + styleClass
                                + " in the theme, in packaging/build/StyleSheets.java");
                CHECKED.add(styleClass);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(TrimmedStyles::check);
        }
    }

    /** Returns the beginnings of the style classes that were left out, from the first line of the theme. */
    private static List<String> leftOut() {
        try (InputStream css = Objects.requireNonNull(Theme.class.getResourceAsStream("primer-light.css"))) {
            String line = new String(css.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.startsWith(BEFORE) && line.endsWith(AFTER), line);
            return List.of(line.substring(BEFORE.length(), line.length() - AFTER.length())
                    .split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
