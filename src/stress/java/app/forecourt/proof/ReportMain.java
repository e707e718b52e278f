package app.forecourt.proof;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Joins the sections of the report and adds time, commit and machine: {@code target/proof/report.md}. */
final class ReportMain {
    private static final long GIGABYTE = 1L << 30;
    private static final Path TARGET = Path.of("target");
    /** Files of other tests by heading. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "Faults on the way of one car",
            "fault-table.md",
            "Killed at any moment",
            "kill-test.md",
            "Killed with its window",
            "kill-test-window.md",
            "Several desks of one stock",
            "desks.md",
            "Killed while photos are uploaded",
            "kill-test-photos.md"));

    private ReportMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(ReportSection.DIRECTORY);
        List<String> lines = new ArrayList<>(List.of(
                "# What was proved, and how",
                "",
                "Written by `./mvnw verify`; `./mvnw -Pproof verify` proves more of each.",
                "",
                "| | |",
                "|---|---|",
                ReportSection.row("when", Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                ReportSection.row("commit", commit()),
                ReportSection.row("machine", machine()),
                ReportSection.row("Java", Runtime.version())));
        for (Path part : parts()) {
            append(part, lines);
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            Path part = TARGET.resolve(other.getValue());
            if (Files.exists(part)) {
                lines.addAll(List.of("", "## " + other.getKey()));
                append(part, lines);
            }
        }
        Path report = ReportSection.DIRECTORY.resolve("report.md");
        Files.write(report, lines);
        System.out.println("What was proved: " + report);
    }

    private static void append(Path part, List<String> lines) throws IOException {
        lines.add("");
        lines.addAll(Files.readAllLines(part));
        lines.add("");
        lines.add("<small>" + part.getFileName() + ", "
                + Files.getLastModifiedTime(part).toInstant().truncatedTo(ChronoUnit.SECONDS) + "</small>");
    }

    private static List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.list(ReportSection.DIRECTORY)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d+-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static String machine() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getName() + " " + system.getVersion() + " " + system.getArch() + ", "
                + system.getAvailableProcessors() + " processors, " + system.getTotalMemorySize() / GIGABYTE + " GB";
    }

    private static String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? output : "not known";
        } catch (IOException notInstalled) {
            return "not known";
        }
    }
}
