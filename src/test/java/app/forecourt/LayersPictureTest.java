package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.PackageLayers.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The manual's picture of {@link PackageLayers}. It has a background of its own, for light and dark pages. */
class LayersPictureTest {
    private static final Path DRAWN = Path.of("target/manual/layers.svg");
    private static final Path COMMITTED = Path.of("src/site/resources/images/layers.svg");
    private static final int WIDTH = 900;
    private static final int MARGIN = 12;
    private static final int LABEL_WIDTH = 96;
    private static final int ARROW_WIDTH = 40;
    private static final int BOX_HEIGHT = 24;
    private static final int GAP = 5;
    /** Pale colours, so that dark text has a contrast of more than 7. */
    private static final List<String> BANDS =
            List.of("#eceff1", "#e3f0fb", "#e5f4e8", "#fbf1dd", "#f9e6e4", "#efe8f8", "#eceff1");

    private static final List<String> BOXES =
            List.of("#cfd8dc", "#b9d9f5", "#bfe3c7", "#f3dca6", "#efc2bd", "#d7c6ee", "#cfd8dc");

    @Test
    void manualShowsTheLayers() throws IOException {
        String drawn = picture();
        Files.createDirectories(DRAWN.getParent());
        Files.writeString(DRAWN, drawn);
        assertTrue(
                Files.exists(COMMITTED) && Files.readString(COMMITTED).equals(drawn),
                "The picture of the layers is old: cp " + DRAWN + " " + COMMITTED);
    }

    private static String picture() {
        var groups = new StringBuilder();
        int top = MARGIN;
        for (int group = 0; group < PackageLayers.GROUPS.size(); group++) {
            groups.append(group(group, top));
            top += height(PackageLayers.GROUPS.get(group)) + GAP;
        }
        int bottom = top - GAP;
        int height = bottom + MARGIN;
        int arrow = WIDTH - MARGIN - ARROW_WIDTH + 16;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img" \
                font-family="system-ui, sans-serif" font-size="14" fill="#1c2126">
                <title>The packages by layer. A package uses packages of lower rows only.</title>
                <rect width="%1$s" height="%2$s" rx="8" fill="#ffffff"/>
                %3$s<path d="M%4$s %5$sV%6$sm-6 -10l6 10l6 -10" fill="none" stroke="#4b5560" stroke-width="2"/>
                <text transform="translate(%7$s %8$s) rotate(-90)" text-anchor="middle" font-size="13">\
                may use every lower row</text>
                </svg>
                """.formatted(WIDTH, height, groups, arrow, MARGIN, bottom, arrow + 17, height / 2);
    }

    private static String group(int number, int top) {
        Group group = PackageLayers.GROUPS.get(number);
        int height = height(group);
        int bandWidth = WIDTH - 2 * MARGIN - ARROW_WIDTH;
        var drawn = new StringBuilder();
        drawn.append(rectangle(MARGIN, top, bandWidth, height, BANDS.get(number)));
        drawn.append("<text x=\"%s\" y=\"%s\" font-weight=\"bold\">%s</text>%n"
                .formatted(MARGIN + 10, top + GAP + 17, group.name()));
        int left = MARGIN + LABEL_WIDTH;
        int width = bandWidth - LABEL_WIDTH - GAP;
        int y = top + GAP;
        for (List<String> layer : group.layers()) {
            for (int column = 0; column < layer.size(); column++) {
                int start = left + column * (width + GAP) / layer.size();
                int end = left + (column + 1) * (width + GAP) / layer.size() - GAP;
                drawn.append(rectangle(start, y, end - start, BOX_HEIGHT, BOXES.get(number)));
                drawn.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n"
                        .formatted((start + end) / 2, y + 17, name(layer.get(column))));
            }
            y += BOX_HEIGHT + GAP;
        }
        return drawn.toString().replace(System.lineSeparator(), "\n");
    }

    private static String rectangle(int x, int y, int width, int height, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"4\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour);
    }

    private static String name(String relative) {
        return relative.isEmpty() ? "app.forecourt" : relative;
    }

    private static int height(Group group) {
        return group.layers().size() * (BOX_HEIGHT + GAP) + GAP;
    }
}
