package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ModelDesk.Phase;
import app.forecourt.sharing.server.ModelServer.Answer;
import app.forecourt.sharing.server.ModelServer.Claim;
import app.forecourt.sharing.server.ModelServer.Mistake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model check of the claim protocol. Two desks send the same car. The check visits every world that they can reach:
 * each interleaving of their steps, a crash before each step, and each call of the server that does not arrive or loses
 * its reply. The numbers of presses, crashes and lost calls are limited.
 */
final class ClaimModel {
    private final Mistake mistake;
    /** The worlds visited so far, each with the step that led there first. */
    private final Map<World, Step> visited = new HashMap<>();

    ClaimModel(Mistake mistake) {
        this.mistake = mistake;
    }

    /**
     * Everything at one moment.
     *
     * @param posts the number of POSTs that have arrived
     * @param unconfirmed the number of these whose user was not warned
     * @param losses how many calls may still be lost
     */
    record World(List<ModelDesk> desks, ModelServer server, int posts, int unconfirmed, int losses) {

        static World of(int presses, int crashes, int losses) {
            ModelDesk desk = ModelDesk.of(presses, crashes);
            return new World(List.of(desk, desk), ModelServer.EMPTY, 0, 0, losses);
        }

        World with(int index, ModelDesk desk) {
            return new World(
                    index == 0 ? List.of(desk, desks.getLast()) : List.of(desks.getFirst(), desk),
                    server,
                    posts,
                    unconfirmed,
                    losses);
        }

        World with(ModelServer next) {
            return new World(desks, next, posts, unconfirmed, losses);
        }

        World posted(boolean isConfirmed) {
            return new World(desks, server, posts + 1, unconfirmed + (isConfirmed ? 0 : 1), losses);
        }

        World withLoss() {
            return new World(desks, server, posts, unconfirmed, losses - 1);
        }
    }

    /** A step from one world to the next. */
    record Step(@Nullable World from, String name, World to) {}

    /**
     * Visits every world.
     *
     * @return the steps to the first world that is wrong; empty if there is none
     */
    Optional<List<String>> find(World start, Predicate<World> isWrong) {
        Deque<World> open = new ArrayDeque<>(List.of(start));
        visited.put(start, new Step(null, "start", start));
        while (!open.isEmpty()) {
            World world = open.removeFirst();
            if (isWrong.test(world)) {
                return Optional.of(path(world));
            }
            for (int desk = 0; desk < 2; desk++) {
                for (Step step : steps(world, desk)) {
                    if (visited.putIfAbsent(step.to(), step) == null) {
                        open.addLast(step.to());
                    }
                }
            }
        }
        return Optional.empty();
    }

    int visited() {
        return visited.size();
    }

    private List<String> path(World end) {
        Deque<String> names = new ArrayDeque<>();
        for (Step step = visited.get(end); step != null; step = step.from() == null ? null : visited.get(step.from())) {
            names.addFirst(step.name());
        }
        return List.copyOf(names);
    }

    /** Returns everything that may happen next at a desk. */
    private List<Step> steps(World world, int index) {
        ModelDesk desk = world.desks().get(index);
        ModelServer server = world.server();
        var steps = new ArrayList<Step>();
        BiConsumer<String, World> reach =
                (name, reached) -> steps.add(new Step(world, (index == 0 ? "Anna: " : "Ben: ") + name, reached));
        BiConsumer<String, ModelDesk> turn = (name, next) -> reach.accept(name, world.with(index, next));
        if (desk.crashes() > 0) {
            turn.accept("crash and start", desk.restarted());
        }
        int claim = desk.attempt().claim();
        switch (desk.phase()) {
            case IDLE -> {
                if (desk.presses() > 0) {
                    turn.accept("press send", desk.pressed(2 * desk.presses() + index));
                }
                releaseForgotten(server, index).ifPresent(next -> reach.accept("release own claim", world.with(next)));
            }
            case CLAIM -> call("claim", claim(world, index), world.with(index, desk.to(Phase.ASKED_ALONE)), reach);
            case ASKED_HELD, ASKED_DUPLICATE, ASKED_ALONE -> {
                turn.accept("say no", desk.ended());
                turn.accept(
                        "say yes",
                        desk.confirming(
                                desk.phase() == Phase.ASKED_DUPLICATE
                                        ? server.sent()
                                        : desk.attempt().confirmed(),
                                desk.phase() == Phase.ASKED_ALONE ? Phase.NOTE_WAITING : Phase.CLAIM));
            }
            case NOTE_WAITING -> turn.accept("note waiting", desk.to(Phase.BEGIN));
            case BEGIN -> {
                if (claim < 0) {
                    turn.accept("go on alone", desk.to(Phase.NOTE_SENDING));
                } else {
                    call(
                            "begin",
                            moved(world, index, server.begin(index, claim, mistake), Phase.NOTE_SENDING),
                            world,
                            reach);
                }
            }
            case NOTE_SENDING -> turn.accept("note sending", desk.to(Phase.POST));
            case POST -> {
                reach.accept(
                        "POST",
                        world.with(index, desk.to(Phase.NOTE_OUTCOME))
                                .posted(desk.attempt().isConfirmed()));
                turn.accept("POST fails to leave", desk.to(Phase.NOTE_RETRY));
            }
            case NOTE_OUTCOME -> turn.accept("note outcome", desk.to(Phase.SETTLE));
            case NOTE_RETRY -> turn.accept("note retry", desk.to(claim < 0 ? Phase.BEGIN : Phase.HOLD));
            case HOLD ->
                call(
                        "hold",
                        moved(world, index, server.hold(index, claim), Phase.BEGIN),
                        world.with(index, desk.to(Phase.BEGIN)),
                        reach);
            case SETTLE ->
                call(
                        "settle",
                        world.with(index, desk.ended())
                                .with(server.settle(index, claim, desk.attempt().submission(), mistake)),
                        world,
                        reach);
        }
        return steps;
    }

    /** Adds a call of the server that is answered, one that does not arrive, and one whose reply is lost. */
    private static void call(String name, World answered, World unanswered, BiConsumer<String, World> reach) {
        reach.accept(name, answered);
        if (unanswered.losses() > 0) {
            reach.accept(name + " without server", unanswered.withLoss());
            reach.accept(
                    name + " without reply", unanswered.with(answered.server()).withLoss());
        }
    }

    private World claim(World world, int index) {
        ModelDesk desk = world.desks().get(index);
        ModelDesk.Attempt attempt = desk.attempt();
        ModelServer.Claimed claimed =
                world.server().claim(index, attempt.submission(), attempt.confirmed(), attempt.takeOver(), mistake);
        return world.with(
                        index,
                        switch (claimed.answer()) {
                            case Answer.Granted(int claim) -> desk.granted(claim);
                            case Answer.Held(var seen) -> desk.askedAbout(seen);
                            case Answer.Duplicate() -> desk.to(Phase.ASKED_DUPLICATE);
                        })
                .with(claimed.server());
    }

    /** Returns the world after a claim has moved, or after its submission has ended because it could not. */
    private static World moved(World world, int index, ModelServer.Moved moved, Phase next) {
        ModelDesk desk = world.desks().get(index);
        return world.with(index, moved.isDone() ? desk.to(next) : desk.ended()).with(moved.server());
    }

    /** Returns the server after the desk has released an open claim that no submission of its journal needs. */
    private static Optional<ModelServer> releaseForgotten(ModelServer server, int index) {
        List<Claim> claims = server.claims();
        for (int claim = 0; claim < claims.size(); claim++) {
            if (claims.get(claim).desk() == index && claims.get(claim).state().isUnsettled()) {
                return Optional.of(server.release(index, claim).server());
            }
        }
        return Optional.empty();
    }

    /** Returns true if a car was posted twice although no user was warned. */
    static boolean isPostedTwiceUnwarned(World world) {
        return world.unconfirmed() > 1;
    }
}
