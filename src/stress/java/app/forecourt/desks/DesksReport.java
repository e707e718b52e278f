package app.forecourt.desks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results of a run of several desks. */
final class DesksReport {
    final Map<String, Integer> faults = new TreeMap<>();
    final List<String> lostEdits = new ArrayList<>();
    final List<String> repeatedPosts = new ArrayList<>();
    final List<String> unaskedPosts = new ArrayList<>();
    final List<String> disagreements = new ArrayList<>();
    final List<String> unknownAccepted = new ArrayList<>();
    /** Edits of calm times that a desk did not show, although nobody has replaced them. */
    final List<String> neverSeen = new ArrayList<>();
    final List<String> bugs = new ArrayList<>();
    final List<Long> latencies = new ArrayList<>();
    long seed;
    int desks;
    String skew = "";
    int cars;
    int edits;
    int rivals;
    int clicks;
    int questions;
    int posts;
    int accepted;
    int openClaims;
    Duration duration = Duration.ZERO;
    Duration settling = Duration.ZERO;

    List<String> errors() {
        List<String> all = new ArrayList<>();
        for (List<String> kind : List.of(lostEdits, repeatedPosts, unaskedPosts, disagreements,
                unknownAccepted,
                bugs)) {
            kind.stream().limit(10).forEach(all::add);
        }
        return all;
    }

    private long percentile(double part) {
        List<Long> sorted = latencies.stream().sorted().toList();
        return sorted.isEmpty() ? 0
                : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * part)));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "Several desks of one stock, each a process, with PostgreSQL and a stand-in of AutoChat; by DesksTest.",
                "", "| what | count |", "|---|---|", row("seed", seed),
                row("time",
                        duration.toSeconds() + " s, then " + settling.toSeconds() + " s until all agreed"),
                row("desks", desks), row("clocks of the desks", skew), row("cars", cars),
                row("edits of fields that a journal had saved", edits),
                row("edits lost", lostEdits.size()),
                row("rivals at the end", rivals),
                row("clicks on sending that were queued", clicks),
                row("clicks that a question held back", questions),
                row("POSTs", posts),
                row("clicks with more than one POST", repeatedPosts.size()),
                row("POSTs of a car that may have been there, without a question", unaskedPosts.size()),
                row("cars that AutoChat has accepted", accepted),
                row("of these unknown at a desk", unknownAccepted.size()),
                row("disagreements of desks and server", disagreements.size()),
                row("claims left open", openClaims),
                row("bugs that an engine met", bugs.size()),
                row("edits seen at another desk, while nothing was cut", latencies.size()),
                row("of these after ms: median, 95th percentile, longest",
                        percentile(0.5) + ", " + percentile(0.95) + ", " + percentile(1)),
                row("of these never", neverSeen.size())));
        faults.forEach((kind, count) -> lines.add(row(kind, count)));
        neverSeen.stream().limit(5).forEach(edit -> lines.add(row("not seen", edit)));
        errors().forEach(error -> lines.add("\n" + error));
        return lines;
    }

    private static String row(String name, Object value) {
        return "| " + name + " | " + value + " |";
    }
}
