package app.forecourt.proof;

import app.forecourt.testing.ProcessorTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The cost of the tests, from the files of Surefire, Failsafe and {@link ProcessorTimes}: {@code target/suite.md}.
 * Seconds of a test are those on the clock, with its waits. Seconds of processor are those of its thread among the fast
 * tests, and those of its whole process among the others.
 */
final class SuiteReport {
    private static final int SLOWEST = 20;
    private static final double MILLIS = 1_000;
    private static final Path TARGET = Path.of("target");

    private final Map<String, TestClass> classes = new TreeMap<>();
    private final Map<String, Long> processor = new HashMap<>();

    /** The tests of a class. Its nested classes are classes of their own. */
    private record TestClass(String name, boolean isFast, int cases, int failed, int skipped, double seconds) {}

    /** Reads the files of the last run. */
    static SuiteReport read() throws IOException {
        SuiteReport report = new SuiteReport();
        report.readTests(TARGET.resolve("surefire-reports"), true);
        report.readTests(TARGET.resolve("failsafe-reports"), false);
        report.readProcessor();
        return report;
    }

    private void readTests(Path directory, boolean isFast) throws IOException {
        for (Path file : files(directory, "TEST-")) {
            try {
                Element suite = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement();
                add(suite, isFast);
            } catch (SAXException | ParserConfigurationException unreadable) {
                throw new IOException(file + " can't be read", unreadable);
            }
        }
    }

    private void add(Element suite, boolean isFast) {
        NodeList cases = suite.getElementsByTagName("testcase");
        double seconds = 0;
        for (int number = 0; number < cases.getLength(); number++) {
            seconds += Double.parseDouble(
                    ((Element) cases.item(number)).getAttribute("time").replace(",", ""));
        }
        String name = suite.getAttribute("name");
        classes.put(
                name,
                new TestClass(
                        name,
                        isFast,
                        cases.getLength(),
                        count(suite, "failures") + count(suite, "errors"),
                        count(suite, "skipped"),
                        seconds));
    }

    private static int count(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private void readProcessor() throws IOException {
        for (Path file : files(ProcessorTimes.DIRECTORY, "")) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", -1);
                processor.merge(words[0], Long.valueOf(words[1]), Long::sum);
            }
        }
    }

    private static List<Path> files(Path directory, String prefix) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the page as Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "# What the tests cost",
                "",
                ReportSection.row("tests", "classes", "cases", "failed", "skipped", "seconds one by one"),
                ReportSection.row("---", "---", "---", "---", "---", "---"),
                row(
                        "`test`",
                        classes.values().stream().filter(TestClass::isFast).toList()),
                row(
                        "`verify` besides",
                        classes.values().stream().filter(test -> !test.isFast()).toList()),
                "",
                "All processes of tests took " + seconds(processor.getOrDefault(ProcessorTimes.WHOLE, 0L))
                        + " seconds of processor, without Maven and the compiler.",
                "",
                "## The " + SLOWEST + " classes with the most processor time",
                ""));
        lines.addAll(table(classes.values().stream()
                .sorted(Comparator.comparingLong((TestClass test) -> used(test)).reversed())
                .limit(SLOWEST)));
        lines.addAll(List.of("", "## Journeys and stress tests, and how long each took", ""));
        lines.addAll(table(classes.values().stream().filter(test -> !test.isFast())));
        return lines;
    }

    private static String row(String name, List<TestClass> tests) {
        return ReportSection.row(
                name,
                tests.size(),
                tests.stream().mapToInt(TestClass::cases).sum(),
                tests.stream().mapToInt(TestClass::failed).sum(),
                tests.stream().mapToInt(TestClass::skipped).sum(),
                Math.round(tests.stream().mapToDouble(TestClass::seconds).sum()));
    }

    private List<String> table(Stream<TestClass> tests) {
        return Stream.concat(
                        Stream.of(
                                ReportSection.row("class", "cases", "seconds", "processor"),
                                ReportSection.row("---", "---", "---", "---")),
                        tests.map(test -> ReportSection.row(
                                test.name().replace("app.forecourt.", ""),
                                test.cases(),
                                String.format(Locale.ROOT, "%.1f", test.seconds()),
                                seconds(used(test)))))
                .toList();
    }

    private long used(TestClass test) {
        return processor.getOrDefault(test.name(), 0L);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / MILLIS);
    }
}
