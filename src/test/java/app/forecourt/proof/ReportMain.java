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
import java.util.stream.Stream;

/** Puts the parts of the proof together, with where and of what they were seen: {@code target/proof/report.md}. */
final class ReportMain {
    private static final long GIGABYTE = 1L << 30;

    private ReportMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(Section.DIRECTORY);
        List<String> lines = new ArrayList<>(List.of("# What was proved, and how", "",
                "Written by `./mvnw verify`; `./mvnw -Pproof verify` proves more of each.", "",
                "| | |", "|---|---|",
                Section.row("when", Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                Section.row("commit", commit()),
                Section.row("machine", machine()),
                Section.row("Java", Runtime.version())));
        for (Path part : parts()) {
            lines.add("");
            lines.addAll(Files.readAllLines(part));
            lines.add("");
            lines.add("<small>" + part.getFileName() + ", "
                    + Files.getLastModifiedTime(part).toInstant().truncatedTo(ChronoUnit.SECONDS)
                    + "</small>");
        }
        Path report = Section.DIRECTORY.resolve("report.md");
        Files.write(report, lines);
        System.out.println("What was proved: " + report);
    }

    private static List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.list(Section.DIRECTORY)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d+-.*\\.md")).sorted()
                    .toList();
        }
    }

    private static String machine() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Path processors = Path.of("/proc/cpuinfo");
        String model = !Files.isReadable(processors) ? ""
                : Files.readAllLines(processors).stream().filter(line -> line.startsWith("model name"))
                        .findFirst().map(line -> ", " + line.replaceFirst(".*: *", "")).orElse("");
        return system.getName() + " " + system.getVersion() + " " + system.getArch() + ", "
                + system.getAvailableProcessors() + " processors" + model + ", "
                + system.getTotalMemorySize() / GIGABYTE + " GB";
    }

    private static String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "HEAD");
        return commit.isEmpty() ? "not known"
                : commit + (git("status", "--porcelain").isEmpty() ? "" : ", and changes since");
    }

    /** What git says, nothing where there is none. */
    private static String git(String... words) throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(words));
            Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException none) {
            return "";
        }
    }
}
