package app.forecourt.manual;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The links and pictures of the documents, as the code host and the built site resolve them. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)\\s]+)\\)");
    private static final Pattern TAKEN = Pattern.compile("takePicture\\(\\s*\"([^\"]+)\"");
    private static final Pattern MENU_ENTRY = Pattern.compile("href=\"([^\"]+)\\.html\"");

    private static Path target(ManualPage page, String link) {
        return page.file().resolveSibling(link).normalize();
    }

    private static Stream<String> links(ManualPage page) {
        return LINK.matcher(page.withoutBlocks()).results().map(match -> match.group(1));
    }

    private static boolean isWebAddress(String link) {
        return link.startsWith("https://");
    }

    @Test
    void everyLinkLeadsToFile() {
        assertEmpty(ManualPage.all().stream()
                .flatMap(page -> links(page)
                        .filter(link -> !isWebAddress(link))
                        .filter(link -> !Files.exists(target(page, link)))
                        .map(link -> page + ": " + link))
                .toList());
    }

    /** The site has another name for a heading's place than the code host, so that such a link works in one of them. */
    @Test
    void noLinkLeadsIntoPage() {
        assertEmpty(ManualPage.all().stream()
                .flatMap(page -> links(page).filter(link -> link.contains("#")).map(link -> page + ": " + link))
                .toList());
    }

    @Test
    void everyPageIsReachableAndInMenu() throws IOException {
        Set<Path> reached = new HashSet<>();
        Set<Path> open = new HashSet<>(Set.of(ManualPage.PAGES.resolve("index.md")));
        while (!open.isEmpty()) {
            Path next = open.iterator().next();
            open.remove(next);
            if (reached.add(next)) {
                ManualPage page = ManualPage.read(next);
                links(page)
                        .filter(link -> link.endsWith(".md") && !isWebAddress(link))
                        .map(link -> target(page, link))
                        .filter(Files::exists)
                        .forEach(open::add);
            }
        }
        assertEmpty(ManualPage.in(ManualPage.PAGES).stream()
                .map(ManualPage::file)
                .filter(file -> !reached.contains(file))
                .toList());
        Set<Path> menu = MENU_ENTRY
                .matcher(Files.readString(Path.of("src/site/site.xml")))
                .results()
                .map(match -> ManualPage.PAGES.resolve(match.group(1) + ".md"))
                .collect(toSet());
        assertEmpty(menu.stream().filter(file -> !Files.exists(file)).toList());
        // Decisions are listed by their index.
        assertEmpty(ManualPage.in(ManualPage.PAGES).stream()
                .map(ManualPage::file)
                .filter(file ->
                        !menu.contains(file) && !file.getFileName().toString().matches("\\d.*"))
                .toList());
    }

    @Test
    void everyPictureIsUsedAndDescribed() throws IOException {
        Set<Path> used = new TreeSet<>();
        for (ManualPage page : ManualPage.all()) {
            for (MatchResult picture :
                    PICTURE.matcher(page.withoutBlocks()).results().toList()) {
                assertTrue(picture.group(1).length() > 10, page + ": " + picture.group());
                used.add(target(page, picture.group(2)));
            }
        }
        try (Stream<Path> files = Files.list(ManualPage.IMAGES)) {
            assertEmpty(files.filter(file -> !used.contains(file)).toList(), "not in any page");
        }
    }

    /** A picture that no test takes could show an older window. */
    @Test
    void everyPictureIsTakenByTest() throws IOException {
        Set<String> taken = new TreeSet<>(Set.of("icons", "layers"));
        for (ManualPage test : ManualPage.files(Path.of("src/test/java/app/forecourt/journey"), ".*\\.java")) {
            TAKEN.matcher(test.text()).results().forEach(match -> taken.add(match.group(1)));
        }
        try (Stream<Path> files = Files.list(ManualPage.IMAGES)) {
            assertEquals(
                    taken,
                    files.map(file -> file.getFileName().toString().replaceFirst("\\.\\w+$", ""))
                            .collect(toCollection(TreeSet::new)));
        }
    }
}
