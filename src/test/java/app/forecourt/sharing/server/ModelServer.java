package app.forecourt.sharing.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The server of the model: the claims of one car, and the submissions that were pushed. A value, so that the model can
 * compare worlds. A claim is known by its place in the list.
 *
 * @param sent the submissions that the duplicate guard finds
 */
record ModelServer(List<Claim> claims, Set<Integer> sent) {
    static final ModelServer EMPTY = new ModelServer(List.of(), Set.of());

    /** The state of a claim. */
    enum State {
        HELD,
        POSTING,
        DOUBTFUL,
        SETTLED,
        RELEASED;

        boolean isOpen() {
            return this == HELD || this == POSTING;
        }

        boolean isUnsettled() {
            return isOpen() || this == DOUBTFUL;
        }
    }

    /** @param known the submissions at the server when the car was claimed */
    record Claim(int desk, int submission, State state, Set<Integer> known) {
        Claim with(State next) {
            return new Claim(desk, submission, next, known);
        }
    }

    /** A claim of another desk, as a user has seen it. */
    record Seen(int claim, boolean isPosting) {}

    /** A mistake that is planted into the protocol, so that the model can show that it finds mistakes. */
    enum Mistake {
        NONE,
        BEGIN_IGNORES_OWNER,
        TAKE_OVER_FORGETS_DOUBT,
        TAKE_OVER_IGNORES_POSTING,
        SETTLE_FORGETS_SUBMISSION,
        CLAIM_IGNORES_GUARD
    }

    /** What the server answers to a claim. */
    sealed interface Answer {
        record Granted(int claim) implements Answer {}

        record Held(Seen claim) implements Answer {}

        record Duplicate() implements Answer {}
    }

    record Claimed(Answer answer, ModelServer server) {}

    record Moved(boolean isDone, ModelServer server) {}

    Claimed claim(int desk, int submission, Set<Integer> confirmed, Optional<Seen> takeOver, Mistake mistake) {
        List<Claim> next = new ArrayList<>(claims);
        for (int index = 0; index < next.size(); index++) {
            Claim open = next.get(index);
            if (!open.state().isUnsettled()) {
                continue;
            }
            if (open.desk() == desk && open.submission() == submission && open.state() == State.HELD) {
                return new Claimed(new Answer.Granted(index), this);
            }
            var seen = new Seen(index, open.state() != State.HELD);
            boolean isAgreed = takeOver.equals(Optional.of(seen))
                    || (mistake == Mistake.TAKE_OVER_IGNORES_POSTING
                            && takeOver.equals(Optional.of(new Seen(index, false))));
            if (!isAgreed) {
                return new Claimed(new Answer.Held(seen), this);
            }
            next.set(
                    index,
                    open.with(
                            open.state() == State.HELD || mistake == Mistake.TAKE_OVER_FORGETS_DOUBT
                                    ? State.RELEASED
                                    : State.DOUBTFUL));
        }
        if (!confirmed.containsAll(sent) && mistake != Mistake.CLAIM_IGNORES_GUARD) {
            return new Claimed(new Answer.Duplicate(), this);
        }
        next.add(new Claim(desk, submission, State.HELD, sent));
        return new Claimed(new Answer.Granted(next.size() - 1), new ModelServer(List.copyOf(next), sent));
    }

    /** Begins a POST, unless a submission that the user did not see has arrived since the claim. */
    Moved begin(int desk, int claim, Mistake mistake) {
        if (mistake == Mistake.BEGIN_IGNORES_OWNER) {
            return new Moved(true, this);
        }
        return claims.get(claim).known().containsAll(sent)
                ? move(desk, claim, State.POSTING, State::isOpen)
                : new Moved(false, this);
    }

    Moved hold(int desk, int claim) {
        Moved held = move(desk, claim, State.HELD, State::isOpen);
        return held.isDone()
                ? held
                : new Moved(
                        false,
                        move(desk, claim, State.RELEASED, State.DOUBTFUL::equals)
                                .server());
    }

    Moved release(int desk, int claim) {
        return move(desk, claim, State.RELEASED, State::isUnsettled);
    }

    /**
     * Stores a submission that may have arrived, and settles its claim.
     *
     * @param claim the claim; negative if the desk worked alone
     */
    ModelServer settle(int desk, int claim, int submission, Mistake mistake) {
        Set<Integer> all = new TreeSet<>(sent);
        if (mistake != Mistake.SETTLE_FORGETS_SUBMISSION) {
            all.add(submission);
        }
        var pushed = new ModelServer(claims, Set.copyOf(all));
        return claim < 0
                ? pushed
                : pushed.move(desk, claim, State.SETTLED, State::isUnsettled).server();
    }

    private Moved move(int desk, int claim, State state, Predicate<State> condition) {
        Claim old = claims.get(claim);
        if (old.desk() != desk || !condition.test(old.state())) {
            return new Moved(false, this);
        }
        List<Claim> next = new ArrayList<>(claims);
        next.set(claim, old.with(state));
        return new Moved(true, new ModelServer(List.copyOf(next), sent));
    }
}
