package app.forecourt.desks;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The stand-in of AutoChat, with a list of all POSTs in their order. Each POST names the click that it belongs to. */
final class PostSite implements AutoCloseable {
    private static final int MILLIS = 60;
    private static final int CREATED = 201;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    final CountingServer server;
    private final Random random;
    private final Consumer<String> onKill;
    private final List<Post> posts = new ArrayList<>();
    private volatile boolean isSteady = true;

    /**
     * A POST.
     *
     * @param mayHaveArrived true unless the answer was that the car is refused
     * @param isAccepted true if the car is in the list now
     */
    record Post(String click, boolean mayHaveArrived, boolean isAccepted) {}

    /** @param onKill is called with the click of a POST, before its answer, to kill the desk that posts */
    PostSite(Random random, Consumer<String> onKill) throws IOException {
        this.random = random;
        this.onKill = onKill;
        server = new CountingServer(this::react);
    }

    /** @param steady true to accept each car without a failure */
    void setSteady(boolean steady) {
        isSteady = steady;
    }

    private synchronized Reaction react(String click) {
        Reaction reaction = reaction();
        if (!click.isEmpty()) {
            posts.add(new Post(click, reaction.status() != REFUSED, reaction.status() == CREATED));
            if (!isSteady && random.nextInt(12) == 0) {
                onKill.accept(click);
            }
        }
        return reaction;
    }

    private Reaction reaction() {
        Duration late = Duration.ofMillis(random.nextInt(MILLIS));
        return switch (isSteady ? 0 : random.nextInt(20)) {
            case 1, 2 -> new Reaction(Reset.NEVER, FAILED, late);
            case 3 -> new Reaction(Reset.AFTER_BODY, FAILED, late);
            case 4 -> new Reaction(Reset.AFTER_BODY, CREATED, late);
            case 5 -> new Reaction(Reset.WITHIN_ANSWER, CREATED, late);
            case 6, 7 -> new Reaction(Reset.NEVER, REFUSED, late);
            case 8 -> new Reaction(Reset.AFTER_HEADERS, CREATED, late);
            default -> new Reaction(Reset.NEVER, CREATED, late);
        };
    }

    /** Returns the POSTs in their order. */
    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
