package app.forecourt.sharing;

import app.forecourt.send.SubmissionClaims;
import app.forecourt.sharing.server.ClaimResult;
import app.forecourt.sharing.server.ItemKeys;
import app.forecourt.sharing.server.OpenClaim;
import app.forecourt.sharing.server.SharedServer;
import app.forecourt.sharing.server.SharedServerException;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The claims at the server of the shared stock. May be used from any thread. A claim that is open at a start is found
 * again at the server, so that nothing of it is stored here.
 */
public final class SharedClaims implements SubmissionClaims {
    private static final Logger LOG = Logger.getLogger(SharedClaims.class.getName());

    private final Supplier<Optional<SharedServer>> server;
    private final BiConsumer<Submission, UUID> onEnd;
    /** The claims of this desk by submission. */
    private final Map<UUID, UUID> own = new ConcurrentHashMap<>();
    /** The claims of other desks that the user has seen, because only a seen claim can be taken over. */
    private final Map<UUID, OpenClaim> told = new ConcurrentHashMap<>();
    /** What the user has confirmed for a submission. */
    private final Map<UUID, Set<UUID>> confirmedBySubmission = new ConcurrentHashMap<>();

    /**
     * Creates the claims of a desk.
     *
     * @param server returns the server; empty before the exchange has begun
     * @param onEnd receives a submission that has ended, and its claim to settle
     */
    SharedClaims(Supplier<Optional<SharedServer>> server, BiConsumer<Submission, UUID> onEnd) {
        this.server = server;
        this.onEnd = onEnd;
    }

    @Override
    public Result claim(Submission submission, Set<UUID> confirmed) {
        // First, because a submission that is queued without the server is claimed with it later.
        confirmedBySubmission.put(submission.id(), Set.copyOf(confirmed));
        Optional<SharedServer> current = server.get();
        if (current.isEmpty()) {
            return new Result.Unreachable();
        }
        Set<OpenClaim> takenOver = confirmed.stream().map(told::get).filter(claim -> claim != null)
                .collect(Collectors.toSet());
        try {
            return switch (current.get().claim(submission.id(), ItemKeys.of(submission), confirmed,
                    takenOver)) {
                case ClaimResult.Granted(UUID claim, boolean mayHaveArrived) -> {
                    own.put(submission.id(), claim);
                    yield new Result.Granted(mayHaveArrived);
                }
                case ClaimResult.Held(OpenClaim claim) -> {
                    told.put(claim.id(), claim);
                    yield new Result.Held(claim.id(), claim.deskName(), claim.isPosting(), claim.since());
                }
                case ClaimResult.Duplicates(List<ClaimResult.Duplicate> found) -> new Result.Duplicates(
                        found.stream().map(SharedDuplicates::read).toList());
            };
        } catch (SharedServerException failure) {
            LOG.log(Level.INFO, "A car can't be claimed", failure);
            return new Result.Unreachable();
        }
    }

    /** Notes the start of a POST. A submission of an earlier start, or one queued without the server, is claimed here. */
    @Override
    public Start begin(Submission submission) {
        Optional<SharedServer> current = server.get();
        if (current.isEmpty()) {
            return Start.UNREACHABLE;
        }
        try {
            if (!own.containsKey(submission.id())) {
                current.get().ownOpenClaims().forEach(claim -> own.put(claim.submission(), claim.id()));
            }
            if (!own.containsKey(submission.id())) {
                Result result = claim(submission,
                        confirmedBySubmission.getOrDefault(submission.id(), Set.of()));
                if (result instanceof Result.Unreachable) {
                    return Start.UNREACHABLE;
                }
            }
            UUID claim = own.get(submission.id());
            return claim != null && current.get().begin(claim) ? Start.GRANTED : Start.TAKEN_OVER;
        } catch (SharedServerException failure) {
            LOG.log(Level.INFO, "The start of a POST can't be noted", failure);
            return Start.UNREACHABLE;
        }
    }

    @Override
    public void onProgress(Submission submission) {
        UUID claim = own.get(submission.id());
        if (claim == null) {
            return;
        }
        if (!submission.state().isUnderWay()) {
            own.remove(submission.id());
            confirmedBySubmission.remove(submission.id());
            onEnd.accept(submission, claim);
        } else if (submission.due().isPresent()) {
            hold(claim);
        }
    }

    private void hold(UUID claim) {
        try {
            Optional<SharedServer> current = server.get();
            if (current.isPresent()) {
                current.get().hold(claim);
            }
        } catch (SharedServerException failure) {
            // Until the next try, others see the car as being sent, which is the careful side.
            LOG.log(Level.INFO, "A claim can't be held", failure);
        }
    }
}
