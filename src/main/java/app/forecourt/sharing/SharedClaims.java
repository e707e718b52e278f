package app.forecourt.sharing;

import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.JournalException;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.server.ClaimResult;
import app.forecourt.sharing.server.DuplicateGuardColumns;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.sharing.server.UnsettledClaim;
import app.forecourt.stock.Submission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claims at the server of the shared stock. May be used from any thread. A claim that is open at a start is found
 * again at the server, so that nothing of it is stored here.
 */
public final class SharedClaims implements SubmissionClaims {
    private static final Logger LOG = Logger.getLogger(SharedClaims.class.getName());

    private final Supplier<Optional<StockClient>> server;
    private final SyncTransactions journal;
    private final Work work;
    /** The submissions of this desk that are not at their end, from before their claim is asked for. */
    private final Map<UUID, UnderWay> underWay = new ConcurrentHashMap<>();

    private final ShownDuplicates shown = new ShownDuplicates();

    /** The later work with a claim, because a queue must not wait for the network after an outcome. */
    interface Work {
        /** Stores the outcome of a submission that has ended, and settles its claim. */
        void settle(UUID submission, UUID claim);

        /** Calls {@link #holdNow} for a submission that waits. */
        void hold(UUID submission);

        /** Settles or releases the claims at the server that no submission here needs. */
        void settleOpenClaims();

        /** Returns true if the journal has got all that the server had at the start or at the last failure. */
        boolean isCompared();

        /**
         * Returns true if the database was restored since the user sent a car last, so that the claim of a POST under
         * way may be lost. The user may confirm that.
         */
        boolean isRestored(StockClient connected, Set<UUID> confirmed) throws StockServerException;
    }

    /** A submission on its way. Its lock is held during each call that changes its claim at the server. */
    private static final class UnderWay {
        private Confirmed confirmed = Confirmed.NOTHING;
        private @Nullable UUID claim;
        private boolean isWaiting;
        /** True if the server may have a claim whose reply was lost. */
        private boolean isDoubtful;
    }

    /**
     * Creates the claims of a desk.
     *
     * @param server returns the server; empty before the sync has begun
     */
    SharedClaims(Supplier<Optional<StockClient>> server, SyncTransactions journal, Work work) {
        this.server = server;
        this.journal = journal;
        this.work = work;
    }

    /** Returns the submissions that are on their way, so that their claims are needed. */
    Set<UUID> underWay() {
        return Set.copyOf(underWay.keySet());
    }

    int size() {
        return underWay.size() + shown.claimCount();
    }

    @Override
    public Result claim(Submission submission, Set<UUID> confirmed) {
        UnderWay current = underWay.computeIfAbsent(submission.id(), _ -> new UnderWay());
        synchronized (current) {
            // First, because a submission that is queued without the server is claimed with it later.
            current.confirmed = new Confirmed(
                    confirmed,
                    confirmed.stream()
                            .filter(id -> shown.isThere(id)
                                    || isReadTrue(() -> SubmissionItemRepository.isThere(journal, id)))
                            .collect(Collectors.toSet()));
            Result result = claim(submission, current);
            boolean isQueued = result instanceof Result.Granted
                    || (result instanceof Result.Unreachable && confirmed.contains(WITHOUT_SERVER));
            if (!isQueued) {
                end(submission.id());
            }
            return result;
        }
    }

    private Result claim(Submission submission, UnderWay current) {
        Optional<StockClient> connected = server.get();
        if (connected.isEmpty()) {
            return new Result.Unreachable();
        }
        Set<UnsettledClaim> takenOver = shown.claims(current.confirmed.submissions());
        boolean mayHaveArrived = takenOver.stream().anyMatch(UnsettledClaim::isPosting);
        try {
            if (work.isRestored(connected.get(), current.confirmed.submissions())) {
                return new Result.Restored();
            }
            while (true) {
                ClaimResult result = connected
                        .get()
                        .claim(
                                submission.id(),
                                DuplicateGuardColumns.of(submission),
                                current.confirmed,
                                Set.copyOf(takenOver));
                if (result instanceof ClaimResult.HeldByOther(UnsettledClaim claim)
                        && isOver(connected.get(), claim)
                        && takenOver.add(claim)) {
                    continue;
                }
                return result(result, current, mayHaveArrived);
            }
        } catch (StockServerException failure) {
            LOG.log(Level.INFO, "A car can't be claimed", failure);
            current.isDoubtful = true;
            return new Result.Unreachable();
        }
    }

    private Result result(ClaimResult result, UnderWay current, boolean mayHaveArrived) {
        return switch (result) {
            case ClaimResult.Granted(UUID claim) -> {
                current.claim = claim;
                shown.removeClaims(current.confirmed.submissions());
                yield new Result.Granted(mayHaveArrived);
            }
            case ClaimResult.HeldByOther(UnsettledClaim claim) -> {
                shown.add(claim);
                yield new Result.Held(claim.id(), claim.deskName(), claim.isPosting(), claim.since());
            }
            case ClaimResult.Duplicates(List<ClaimResult.Duplicate> found) -> {
                found.forEach(shown::add);
                yield new Result.Duplicates(
                        found.stream().map(ClaimDuplicateConverter::read).toList());
            }
        };
    }

    /**
     * Returns true if a claim of this desk is at its end, although the server does not know that yet. The user is not
     * asked then, because the guard of the journal knows the outcome. The journal may lack the submission of a claim,
     * because the home is a restored copy. Only the user knows then whether the car has arrived.
     */
    private boolean isOver(StockClient connected, UnsettledClaim claim) {
        if (!claim.desk().equals(connected.desk().id()) || underWay.containsKey(claim.submission())) {
            return false;
        }
        return isReadTrue(() ->
                SubmissionItemRepository.hasEnded(journal, claim.submission()).orElse(!claim.isPosting()));
    }

    /** Notes the start of a POST. Claims a submission of an earlier start, or one queued without the server. */
    @Override
    public Start begin(Submission submission) {
        UnderWay current = underWay.computeIfAbsent(submission.id(), _ -> new UnderWay());
        Optional<StockClient> connected = server.get();
        if (connected.isEmpty()) {
            return Start.UNREACHABLE;
        }
        synchronized (current) {
            // An earlier start may have left no claim. The outcome may then be at the server and come with its items.
            if (current.claim == null && !work.isCompared()) {
                return Start.UNREACHABLE;
            }
            // Of an unreadable journal the queue finds out when it notes the start.
            if (isReadTrue(() ->
                    SubmissionItemRepository.hasEnded(journal, submission.id()).orElse(false))) {
                // It may have a claim of an earlier start.
                current.isDoubtful = true;
                end(submission.id());
                return Start.ENDED;
            }
            // Before the call, so that no task makes the claim a held one again.
            current.isWaiting = false;
            try {
                if (current.claim == null) {
                    if (work.isRestored(connected.get(), current.confirmed.submissions())) {
                        return Start.TAKEN_OVER;
                    }
                    Optional<UnsettledClaim> own = connected.get().ownOpenClaims().stream()
                            .filter(claim -> claim.submission().equals(submission.id()))
                            .findFirst();
                    own.ifPresent(claim -> current.claim = claim.id());
                    if (own.filter(open -> open.isPosting() && submission.tries() <= open.tries())
                            .isPresent()) {
                        return Start.MAY_HAVE_ARRIVED;
                    }
                }
                if (current.claim == null && claim(submission, current) instanceof Result.Unreachable) {
                    return Start.UNREACHABLE;
                }
                UUID claim = current.claim;
                return claim != null && connected.get().begin(claim, submission.tries(), current.confirmed)
                        ? Start.GRANTED
                        : Start.TAKEN_OVER;
            } catch (StockServerException failure) {
                LOG.log(Level.INFO, "The start of a POST can't be noted", failure);
                return Start.UNREACHABLE;
            }
        }
    }

    private static boolean isReadTrue(BooleanSupplier read) {
        try {
            return read.getAsBoolean();
        } catch (JournalException unreadable) {
            LOG.log(Level.INFO, "A submission can't be read", unreadable);
            return false;
        }
    }

    @Override
    public void onProgress(Submission submission) {
        if (!submission.state().isUnderWay()) {
            end(submission.id());
            return;
        }
        UnderWay current = underWay.get(submission.id());
        if (current != null && submission.due().isPresent()) {
            synchronized (current) {
                current.isWaiting = true;
            }
            work.hold(submission.id());
        }
    }

    private void end(UUID submission) {
        UnderWay ended = underWay.remove(submission);
        if (ended == null) {
            // It may have a claim of an earlier start.
            work.settleOpenClaims();
            return;
        }
        synchronized (ended) {
            if (ended.claim != null) {
                work.settle(submission, ended.claim);
            } else if (ended.isDoubtful) {
                work.settleOpenClaims();
            }
        }
    }

    /** Notes at the server that a submission waits, unless it has begun again meanwhile. */
    void holdNow(StockClient connected, UUID submission) throws StockServerException {
        UnderWay current = underWay.get(submission);
        if (current != null) {
            synchronized (current) {
                if (current.isWaiting && current.claim != null) {
                    connected.hold(current.claim);
                }
            }
        }
    }

    /** Notes at the server that submissions wait, because the first notes may be lost. */
    void holdAll(StockClient connected) throws StockServerException {
        for (UUID submission : new HashSet<>(underWay.keySet())) {
            holdNow(connected, submission);
        }
    }
}
