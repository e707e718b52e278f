package app.forecourt.sharing.server;

import app.forecourt.sharing.server.ModelDesk.Journal;
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
import java.util.Set;
import java.util.function.Function;
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
            return with(index, desk, server);
        }

        World with(int index, ModelDesk desk, ModelServer next) {
            return new World(
                    index == 0 ? List.of(desk, desks.get(1)) : List.of(desks.get(0), desk),
                    next,
                    posts,
                    unconfirmed,
                    losses);
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

    /** Receives the worlds that one step leads to. */
    private interface NextWorlds {
        void add(String name, World reached);
    }

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
        var steps = new ArrayList<Step>();
        NextWorlds next =
                (name, reached) -> steps.add(new Step(world, (index == 0 ? "Anna: " : "Ben: ") + name, reached));
        if (desk.phase() != Phase.DOWN && desk.crashes() > 0) {
            next.add("crash", world.with(index, desk.crashed()));
        }
        switch (desk.phase()) {
            case DOWN -> next.add("start", world.with(index, desk.started()));
            case IDLE -> {
                if (desk.presses() > 0) {
                    next.add("press send", world.with(index, desk.pressed(2 * desk.presses() + index)));
                }
                releaseForgotten(world, index).ifPresent(reached -> next.add("release own claim", reached));
            }
            case CLAIM ->
                call(
                        world,
                        server -> claim(world, server, index),
                        world.with(index, desk.to(Phase.ASKED_ALONE)),
                        "claim",
                        next);
            case ASKED_HELD, ASKED_DUPLICATE, ASKED_ALONE -> {
                next.add("say no", world.with(index, desk.ended()));
                next.add(
                        "say yes",
                        world.with(
                                index,
                                desk.confirming(
                                        desk.phase() == Phase.ASKED_DUPLICATE
                                                ? world.server().sent()
                                                : desk.confirmed(),
                                        desk.phase() == Phase.ASKED_ALONE ? Phase.NOTE_WAITING : Phase.CLAIM)));
            }
            case NOTE_WAITING -> next.add("note waiting", world.with(index, desk.noted(Journal.WAITING, Phase.BEGIN)));
            case BEGIN -> {
                if (desk.claim() < 0) {
                    next.add("go on alone", world.with(index, desk.to(Phase.NOTE_SENDING)));
                } else {
                    call(world, server -> begin(world, server, index), world, "begin", next);
                }
            }
            case NOTE_SENDING -> next.add("note sending", world.with(index, desk.noted(Journal.SENDING, Phase.POST)));
            case POST -> {
                next.add("POST", world.with(index, desk.to(Phase.NOTE_OUTCOME)).posted(desk.isConfirmed()));
                next.add("POST fails to leave", world.with(index, desk.to(Phase.NOTE_RETRY)));
            }
            case NOTE_OUTCOME -> next.add("note outcome", world.with(index, desk.noted(Journal.OUTCOME, Phase.SETTLE)));
            case NOTE_RETRY ->
                next.add(
                        "note retry",
                        world.with(index, desk.noted(Journal.WAITING, desk.claim() < 0 ? Phase.BEGIN : Phase.HOLD)));
            case HOLD ->
                call(
                        world,
                        server -> hold(world, server, index),
                        world.with(index, desk.to(Phase.BEGIN)),
                        "hold",
                        next);
            case SETTLE ->
                call(
                        world,
                        server -> world.with(
                                index, desk.ended(), server.settle(index, desk.claim(), desk.submission(), mistake)),
                        world,
                        "settle",
                        next);
        }
        return steps;
    }

    /** Adds a call of the server that is answered, one that does not arrive, and one whose reply is lost. */
    private static void call(
            World world, Function<ModelServer, World> call, World unanswered, String name, NextWorlds next) {
        World answered = call.apply(world.server());
        next.add(name, answered);
        if (world.losses() > 0) {
            next.add(name + " without server", unanswered.withLoss());
            next.add(
                    name + " without reply",
                    new World(
                            unanswered.desks(),
                            answered.server(),
                            world.posts(),
                            world.unconfirmed(),
                            world.losses() - 1));
        }
    }

    private World claim(World world, ModelServer server, int index) {
        ModelDesk desk = world.desks().get(index);
        ModelServer.Claimed claimed =
                server.claim(index, desk.submission(), desk.confirmed(), desk.takeOver(), mistake);
        return world.with(
                index,
                switch (claimed.answer()) {
                    case Answer.Granted(int claim) -> desk.granted(claim);
                    case Answer.Held(var seen) -> desk.askedAbout(seen);
                    case Answer.Duplicate() -> desk.to(Phase.ASKED_DUPLICATE);
                },
                claimed.server());
    }

    private World begin(World world, ModelServer server, int index) {
        ModelDesk desk = world.desks().get(index);
        ModelServer.Moved moved = server.begin(index, desk.claim(), mistake);
        return world.with(index, moved.isDone() ? desk.to(Phase.NOTE_SENDING) : desk.ended(), moved.server());
    }

    private static World hold(World world, ModelServer server, int index) {
        ModelDesk desk = world.desks().get(index);
        ModelServer.Moved moved = server.hold(index, desk.claim());
        return world.with(index, moved.isDone() ? desk.to(Phase.BEGIN) : desk.ended(), moved.server());
    }

    /** Returns the world after the desk has released an open claim that no submission of its journal needs. */
    private static Optional<World> releaseForgotten(World world, int index) {
        List<Claim> claims = world.server().claims();
        for (int claim = 0; claim < claims.size(); claim++) {
            if (claims.get(claim).desk() == index && claims.get(claim).state().isUnsettled()) {
                return Optional.of(world.with(
                        index,
                        world.desks().get(index),
                        world.server().release(index, claim).server()));
            }
        }
        return Optional.empty();
    }

    /** Returns true if a car was posted twice although no user was warned. */
    static boolean isPostedTwiceUnwarned(World world) {
        return world.unconfirmed() > 1;
    }

    /** The submissions that a world has at the server. */
    static Set<Integer> sent(World world) {
        return world.server().sent();
    }
}
