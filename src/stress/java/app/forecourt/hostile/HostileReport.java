package app.forecourt.hostile;

import app.forecourt.hostile.HostileCase.Result;
import app.forecourt.proof.ReportSection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Report table of all faults. Adjacent faults with the same result share a row. */
final class HostileReport {
    private static final int MEGABYTE = 1 << 20;

    private final List<Group> groups = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Faults of one kind at one endpoint. */
    static final class Group {
        private final Endpoint endpoint;
        private final String kind;
        private final List<Line> lines = new ArrayList<>();
        private int rows;
        private long posts;
        private long mostHeld;

        private record Line(String first, String last, int count, Result seen) {}

        Group(Endpoint endpoint, String kind) {
            this.endpoint = endpoint;
            this.kind = kind;
        }

        void add(HostileCase testCase, Result seen) {
            rows++;
            posts += seen.posts();
            Line last = lines.isEmpty() ? null : lines.getLast();
            if (last != null && last.seen.shown().equals(seen.shown()) && last.seen.posts() == seen.posts()) {
                lines.set(
                        lines.size() - 1,
                        new Line(last.first, testCase.trouble().name(), last.count + 1, last.seen));
            } else {
                lines.add(new Line(testCase.trouble().name(), testCase.trouble().name(), 1, seen));
            }
        }

        /** Returns an action that measures the heap while the result of a case is still referenced. */
        Runnable memoryProbe() {
            long before = heap();
            return () -> mostHeld = Math.max(mostHeld, heap() - before);
        }
    }

    Group group(Endpoint endpoint, String kind) {
        var group = new Group(endpoint, kind);
        groups.add(group);
        return group;
    }

    void addMistakes(List<String> more) {
        wrong.addAll(more);
    }

    /** Returns the beginning of the message that the design demands for a status. */
    static String expected(Endpoint endpoint, int status) {
        // By HTTP, 204 and 205 have no body, and 407 without a proxy is invalid.
        boolean senseless = status == 204 || status == 205 || status == 407;
        return switch (endpoint) {
            case CARS ->
                switch (status) {
                    case 200, 201, 202 -> "ACCEPTED";
                    case 401, 403 -> "REFUSED, NOT_ALLOWED";
                    case 407, 408 -> "UNKNOWN, SERVER_ERROR";
                    case 429 -> "WAITING, limited";
                    default -> status >= 400 && status < 500 ? "REJECTED" : "UNKNOWN";
                };
            case TOKEN ->
                switch (status) {
                    case 401, 403 -> "sign-in refused, WRONG_CREDENTIALS";
                    case 408 -> "failed, SERVER_ERROR";
                    case 429 -> "limited";
                    default ->
                        senseless || status >= 500 ? "failed" : status < 300 ? "ready" : "sign-in refused, NO_TOKEN";
                };
            case OPTIONS ->
                switch (status) {
                    case 200 -> "ready";
                    case 401, 403 -> "sign-in refused, NOT_ALLOWED";
                    case 429 -> "limited";
                    default -> "failed";
                };
            case VEHICLES -> status == 200 ? "found" : status == 429 ? "limited" : "failed";
            case FUELS -> status == 200 ? "found" : "found, without its fuels";
            case PHOTO -> status == 200 ? "shown" : "not shown";
        };
    }

    void write(int every, List<String> elsewhere, List<String> nextDoor) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "## Hostile servers",
                "",
                "Seen by HostileServerTest: the window's model with its own journal, on real connections; "
                        + (every == 1 ? "all troubles" : "every " + every + "th trouble")
                        + ". Another host received " + elsewhere.size()
                        + " requests; another port of the same host " + nextDoor.size()
                        + ", all for a photo, none with a token in it.",
                ""));
        lines.add(wrong.isEmpty() ? "Nothing was wrong." : "**Wrong:**");
        wrong.forEach(result -> lines.add("- " + result));
        table(
                lines,
                ReportSection.row("asked for", "trouble", "rows", "POSTs", "most heap held while it is shown, MB"),
                groups.stream()
                        .map(group -> ReportSection.row(
                                group.endpoint, group.kind, group.rows, group.posts, group.mostHeld / MEGABYTE)));
        table(
                lines,
                ReportSection.row("asked for", "trouble", "rows", "POSTs each", "shown"),
                groups.stream()
                        .flatMap(group -> group.lines.stream()
                                .map(line -> ReportSection.row(
                                        group.endpoint,
                                        group.kind + ": "
                                                + (line.count == 1 ? line.first : line.first + " … " + line.last),
                                        line.count,
                                        line.seen.posts(),
                                        line.seen.shown()))));
        ReportSection.write(20, "hostile-server", lines);
    }

    private static void table(List<String> lines, String head, Stream<String> rows) {
        lines.addAll(List.of("", head, head.replaceAll("[^|]+", "---")));
        rows.forEach(lines::add);
    }

    /**
     * Returns the used heap after garbage collection, in bytes. Returns 0 for a sample, because the collection would
     * take longer than the test.
     */
    private static long heap() {
        if (ReportSection.setting("hostile", 1) > 1) {
            return 0;
        }
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
