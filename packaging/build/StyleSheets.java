import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Writes the program's style sheets: AtlantaFX's themes without the rules of controls that the program does not have,
 * because JavaFX searches all rules for each kind of control at the start. Adds the binary form of each sheet, which JavaFX
 * loads without parsing.
 *
 * <p>
 * Argument: the folder of {@code forecourt.css} among the compiled classes.
 */
public final class StyleSheets {
    /** First letters of the style classes of controls that the program does not have. A test finds those it has. */
    private static final List<String> UNUSED = List.of("accordion", "area-legend", "axis", "bar-chart", "bar-legend",
            "bb-code", "breadcrumb", "bubble-legend", "calendar", "chart", "choice-box", "color-p", "color-rect",
            "custom-color", "date-picker", "default-color", "html-editor", "menu-bar", "modal-box",
            "pagination", "pie-legend", "popover", "ring-progress", "segmented-control", "slider",
            "split-", "stacked-bar", "tab-", "table-", "tile", "titled-pane", "toggle-switch", "tool-bar",
            "tree-");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*\\})");
    private static final Pattern UNUSED_CLASS = Pattern.compile("\\.(" + String.join("|", UNUSED) + ")");

    private StyleSheets() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Theme theme : List.of(new PrimerLight(), new PrimerDark())) {
            Path sheet = Path.of(theme.getUserAgentStylesheet());
            try (InputStream css = Objects.requireNonNull(Theme.class.getResourceAsStream(theme.getUserAgentStylesheet()))) {
                // The test reads the first line.
                Files.writeString(folder.resolve(sheet.getFileName().toString()),
                        "/* Without " + String.join(" ", UNUSED) + " */\n" + trim(new String(css.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        try (DirectoryStream<Path> sheets = Files.newDirectoryStream(folder, "*.css")) {
            for (Path sheet : sheets) {
                String binary = sheet.getFileName().toString().replace(".css", ".bss");
                Stylesheet.convertToBinary(sheet.toFile(), folder.resolve(binary).toFile());
            }
        }
    }

    private static String trim(String css) {
        return RULE.matcher(COMMENT.matcher(css).replaceAll("")).results().flatMap(rule -> {
            String used = Stream.of(rule.group(1).split(",")).map(String::strip)
                    .filter(selector -> !UNUSED_CLASS.matcher(selector).find()).collect(Collectors.joining(",\n"));
            return used.isEmpty() ? Stream.empty() : Stream.of(used + " " + rule.group(2) + "\n");
        }).collect(Collectors.joining());
    }
}
