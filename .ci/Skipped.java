import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Prints the skipped tests of Surefire's and Failsafe's reports by their reasons. The arguments are the folders. */
final class Skipped {
    private int cases;
    private int skipped;
    private final Map<String, Map<String, Integer>> byReason = new TreeMap<>();

    public static void main(String[] folders) throws Exception {
        Skipped all = new Skipped();
        for (String folder : folders) {
            for (Path report : reports(Path.of(folder))) {
                all.read(report);
            }
        }
        all.print();
    }

    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        }
    }

    private void read(Path report) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        for (Element test : elements(document.getElementsByTagName("testcase"))) {
            cases++;
            for (Element skip : elements(test.getElementsByTagName("skipped"))) {
                skipped++;
                byReason.computeIfAbsent(reason(skip), r -> new TreeMap<>())
                        .merge(test.getAttribute("classname") + "." + test.getAttribute("name"), 1, Integer::sum);
            }
        }
    }

    /** Returns the reason of a condition, or the message of a failed assumption from the first line of its trace. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        return (message.isBlank() ? skip.getTextContent() : message).strip().lines().findFirst()
                .orElse("no reason given").replaceFirst("^(\\S+: )?Assumption failed: ", "");
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private void print() {
        System.out.printf("%nSkipped: %d of %d tests%n", skipped, cases);
        byReason.forEach((reason, tests) -> {
            System.out.println("  " + reason);
            tests.forEach((test, times) -> System.out.println("    " + test + (times > 1 ? " × " + times : "")));
        });
    }
}
