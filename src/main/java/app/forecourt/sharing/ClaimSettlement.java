package app.forecourt.sharing;

import app.forecourt.journal.SyncRecords;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocument;
import app.forecourt.sharing.server.OpenClaim;
import app.forecourt.sharing.server.StockClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Ends the claims of this desk. The outcome of a submission gets to the server together with the end of its claim. */
final class ClaimSettlement {
    private final SyncRecords journal;
    private final LocalSync local;
    private final ItemPusher pusher;
    private final SubmissionItems submissions;

    ClaimSettlement(SyncRecords journal, LocalSync local, ItemPusher pusher, SubmissionItems submissions) {
        this.journal = journal;
        this.local = local;
        this.pusher = pusher;
        this.submissions = submissions;
    }

    /**
     * Pushes a submission that has ended and settles its claim, in one transaction. Pushes the car's other submissions
     * first, because their verdicts may decide whether another desk may send the car.
     */
    void settle(StockClient server, UUID submission, UUID claim) throws StockServerException {
        pusher.push(server, submissions, SubmissionItems.othersOfCar(journal, submission));
        Set<UUID> refused = new HashSet<>();
        pusher.pushUntilStored(
                submissions, List.of(submission), items -> List.of(server.settle(claim, items.getFirst())), refused);
        // Without the outcome, the other desks would not know that the car may be there.
        if (refused.isEmpty()
                && local.departures(submissions, List.of(submission)).isEmpty()) {
            // Does nothing unless the server had the outcome before.
            server.release(claim);
        }
    }

    /**
     * Settles the claims of this desk whose submissions have ended, and releases those that will not be used. If the
     * journal does not know a POST, its claim stays open, because the home may be a restored copy. The user of another
     * desk decides about it.
     *
     * @param current returns the submissions that are on their way, perhaps not in the journal yet
     */
    void settleOpenClaims(StockClient server, Supplier<Set<UUID>> current) throws StockServerException {
        // Before the claims are read: one that ends meanwhile is settled by its own task.
        Set<UUID> underWay = new HashSet<>(current.get());
        List<OpenClaim> claims = server.ownOpenClaims();
        underWay.addAll(current.get());
        for (OpenClaim claim : claims) {
            if (underWay.contains(claim.submission())) {
                continue;
            }
            SharedDocument document = local.base(submissions, claim.submission());
            boolean isKnown = !document.names().isEmpty()
                    || journal.read(database -> submissions.contains(database, claim.submission()));
            if (SubmissionItems.hasEnded(journal, claim.submission())
                    .orElse(isKnown && !SubmissionDocument.isUnderWay(document))) {
                settle(server, claim.submission(), claim.id());
            } else if (!isKnown && !claim.isPosting()) {
                server.release(claim.id());
            }
        }
    }
}
