package app.forecourt.day;

import app.forecourt.car.CarField;
import app.forecourt.day.DayServers.Post;
import app.forecourt.journal.Journal;
import app.forecourt.proof.ProofTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comparison of the journal, the window and the servers at the end of the day. */
final class Reconciliation {
    private final DayServers servers;
    private final DayReport told;
    private final Map<String, StoredCar> cars = new HashMap<>();
    private final ProofTable table;

    /** Compares every car of the day, and adds the differences to the table. */
    Reconciliation(LongDay day, Journal journal, DayServers servers, DayReport told, ProofTable table) {
        this.table = table;
        this.servers = servers;
        this.told = told;
        for (StockRow row : journal.stock()) {
            StoredCar before = cars.put(
                    row.text(CarField.INTERNAL_ID), journal.car(row.id()).orElseThrow());
            require(before == null, row.text(CarField.INTERNAL_ID) + " is listed twice");
        }
        day.cars().forEach(this::compare);
        List<String> numbers = day.cars().stream().map(DayCarPlan::stockNumber).toList();
        cars.keySet().stream()
                .filter(number -> !numbers.contains(number))
                .forEach(number -> require(false, number + " is listed, and was never typed"));
    }

    private void compare(DayCarPlan typed) {
        StoredCar car = cars.get(typed.stockNumber());
        if (car == null) {
            require(false, typed.stockNumber() + " is not in the journal");
            return;
        }
        List<SubmissionState> came =
                car.submissions().stream().map(Submission::state).toList();
        require(typed.scenario().allows(came), typed + " came to " + came);
        for (Profile profile : Profile.values()) {
            List<Submission> asked = car.submissions().stream()
                    .filter(submission -> submission.profile() == profile)
                    .toList();
            int has =
                    profile == Profile.PRACTICE ? comparePractice(typed, asked) : compareServer(typed, profile, asked);
            table.add("cars the servers took, Practice among them", has);
            compareStatus(typed, profile, has);
        }
    }

    private int comparePractice(DayCarPlan typed, List<Submission> asked) {
        int has = told.practice().getOrDefault(typed.stockNumber(), 0);
        require(
                has == asked.stream().filter(Submission::isAccepted).count(),
                typed + ": practice has it " + has + " times, of " + asked);
        return has;
    }

    /**
     * Compares submissions and posts. Each submission is one POST, unless the server answered before it read the car,
     * or the car never left.
     */
    private int compareServer(DayCarPlan typed, Profile at, List<Submission> asked) {
        List<Post> all = servers.posts(typed.stockNumber(), at);
        Deque<Post> posts = new ArrayDeque<>(all);
        for (Submission submission : asked) {
            String was = typed + " at " + at + ": " + submission.state() + " of " + all;
            while (!posts.isEmpty() && posts.peek().turn().isUnread()) {
                comparePayload(posts.pop(), submission, was);
            }
            boolean mayBeThere =
                    submission.state() == SubmissionState.ACCEPTED || submission.state() == SubmissionState.UNKNOWN;
            boolean left = mayBeThere || submission.state() == SubmissionState.REJECTED;
            if (left && !posts.isEmpty()) {
                Post post = posts.pop();
                comparePayload(post, submission, was);
                require(!post.turn().takes || mayBeThere, was + ": it is there");
                require(post.turn().takes || submission.state() != SubmissionState.ACCEPTED, was + ": it is not there");
            } else {
                require(submission.state() != SubmissionState.ACCEPTED, was + ": it was never posted");
            }
        }
        require(posts.isEmpty(), typed + " at " + at + " was posted without being asked for: " + posts);
        return (int) all.stream().filter(post -> post.turn().takes).count();
    }

    private void comparePayload(Post post, Submission submission, String was) {
        require(post.body().equals(submission.payload()), was + ": posted was " + post.body());
    }

    private void compareStatus(DayCarPlan typed, Profile profile, int has) {
        ListingStatus shown =
                told.shown().getOrDefault(typed.stockNumber(), Map.of()).getOrDefault(profile, ListingStatus.WAITING);
        boolean isSo = switch (shown) {
            case SENT -> has > 0;
            case DRAFT -> has == 0;
            case UNKNOWN -> true;
            case WAITING, SENDING -> false;
        };
        require(isSo, typed + " is shown as " + shown + ", and " + profile + " has it " + has + " times");
    }

    private void require(boolean condition, String error) {
        table.require(condition, error);
    }
}
