package app.forecourt.hostile;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.LicensePlate;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.HeldRequest;
import app.forecourt.http.HostileServer;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ServerCertificates;
import app.forecourt.http.ServerFault;
import app.forecourt.http.UntrustedGet;
import app.forecourt.model.FxThreadPump;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.register.RdwClient;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ServerSocketFactory;

/**
 * One fault at one endpoint, from the key press to the visible result.
 *
 * @param way kind of connection
 */
record HostileCase(Endpoint endpoint, ServerFault trouble, Way way) {
    /** Time limit of one request. An answer of a byte a second takes longer, and no other comes near it. */
    private static final Duration CALL = Duration.ofSeconds(15);

    private static final Duration SILENCE = Duration.ofSeconds(5);
    static final String STOPPED = "stopped";
    private static final HttpClients.Timeouts TIMEOUTS = new HttpClients.Timeouts(CALL, SILENCE, CALL);
    private static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    private static final ServerCertificates CERTIFICATES = new ServerCertificates();

    /** Kind of connection to a server. */
    record Way(String scheme, Optional<String> certificate, boolean refuses) {
        static final Way PLAIN = new Way("http", Optional.empty(), false);

        HostileServer server() throws IOException {
            ServerSocketFactory sockets = certificate
                    .<ServerSocketFactory>map(name -> CERTIFICATES.sockets().get(name))
                    .orElseGet(ServerSocketFactory::getDefault);
            return new HostileServer("127.0.0.1", sockets);
        }

        String url(HostileServer server, String path) {
            return scheme + "://127.0.0.1:" + (refuses ? server.refusingPort() : server.port()) + path;
        }
    }

    /** Observed result of a case. */
    record Result(String shown, List<String> wrong) {}

    /** Runs the case and returns its result. */
    Result run(Path home) throws Exception {
        try (HostileServer friend = Way.PLAIN.server();
                HostileServer foe = way.server()) {
            for (Endpoint each : Endpoint.values()) {
                friend.respondAt(each.path, each.response, HostileServer.answer(200));
                foe.respondAt(each.path, each.response, HostileServer.answer(200));
            }
            return switch (endpoint) {
                case TOKEN, OPTIONS, CARS -> runWithModel(home, friend, foe);
                case VEHICLES, FUELS, PHOTO -> runWithoutModel(foe);
            };
        }
    }

    private void applyFault(HostileServer foe, ServerFault what) {
        if (what.atOnce()) {
            foe.reactBeforeReading(what.deed(), endpoint.response);
        } else {
            foe.respondAt(endpoint.path, endpoint.response, what.deed());
        }
    }

    private HttpClients http() {
        return new HttpClients("test", TIMEOUTS, CERTIFICATES::trusted);
    }

    private Result runWithModel(Path home, HostileServer friend, HostileServer foe) throws Exception {
        HostileServer tokens = endpoint == Endpoint.TOKEN ? foe : friend;
        HostileServer autochat = endpoint == Endpoint.TOKEN ? friend : foe;
        Map<String, String> properties = Map.of(
                "forecourt.staging.url",
                (autochat == foe ? way : Way.PLAIN).url(autochat, ""),
                "forecourt.token.url",
                (tokens == foe ? way : Way.PLAIN).url(tokens, "/oauth/token"),
                "forecourt.profile",
                "staging");
        List<String> wrong = new ArrayList<>();
        try (var model = new HostileModel(home, properties, http())) {
            if (endpoint != Endpoint.CARS) {
                applyFault(foe, trouble);
            }
            model.start();
            String band = model.connection();
            if (endpoint == Endpoint.CARS) {
                applyFault(foe, trouble);
            }
            model.typeAndSend("A");
            if (trouble.kind().equals(STOPPED)) {
                stopDuringRequest(model);
            }
            Submission came = model.awaitOutcome();
            Submission last = came.state() == SubmissionState.WAITING ? model.retryThenStop(came) : came;
            Submission noted = model.storedSubmission(last);
            if (noted.state() != last.state() || !noted.outcome().equals(last.outcome())) {
                wrong.add("shown " + last.state() + ", noted " + noted.state());
            }
            long posts = autochat.requestCount("POST /api/cars ");
            boolean limited = came.outcome().orElseThrow() instanceof SendOutcome.Limited;
            wrong.addAll(impossibleStates(last, posts, limited));
            if (way.equals(Way.PLAIN)) {
                wrong.addAll(checkNextCar(model, foe, autochat, posts, limited));
            }
            model.uncaught().forEach(bug -> wrong.add("not caught: " + bug));
            String shown = switch (endpoint) {
                case CARS -> ResultTexts.shown(came);
                case OPTIONS -> band;
                default -> band + "; car " + ResultTexts.shown(came);
            };
            return new Result(shown, wrong);
        }
    }

    /** Returns states that are wrong after any fault. */
    private List<String> impossibleStates(Submission last, long posts, boolean limited) {
        List<String> wrong = new ArrayList<>();
        if (posts > (endpoint == Endpoint.CARS && trouble.name().startsWith("401") ? 2 : 1)) {
            wrong.add(posts + " POSTs");
        }
        if (last.state() == SubmissionState.NOT_SENT && posts > 0 && !limited) {
            wrong.add("not sent, and yet received");
        }
        if (last.state() == SubmissionState.ACCEPTED && posts == 0) {
            wrong.add("accepted, and nobody received it");
        }
        return wrong;
    }

    /** Ends the fault, sends another car, and checks that the first one is not posted again. */
    private List<String> checkNextCar(
            HostileModel model, HostileServer foe, HostileServer autochat, long posts, boolean limited)
            throws Exception {
        if (limited) {
            return List.of();
        }
        foe.readFirst();
        foe.respondAt(endpoint.path, endpoint.response, HostileServer.answer(200));
        model.newCar();
        model.typeAndSend("B");
        Submission next = model.awaitOutcome();
        return next.state() == SubmissionState.ACCEPTED && autochat.requestCount("POST /api/cars ") == posts + 1
                ? List.of()
                : List.of("the next car: " + ResultTexts.shown(next) + ", " + autochat.requests());
    }

    private void stopDuringRequest(HostileModel model) {
        HeldRequest held = (HeldRequest) trouble.deed();
        stopWhenReached(held, model.window, model::stop);
        model.awaitOutcome();
        held.release();
    }

    /** Runs the window until the request is at the server, and stops it then. */
    private static void stopWhenReached(HeldRequest held, FxThreadPump window, Runnable stop) {
        var reached = new CompletableFuture<Boolean>();
        Thread.startVirtualThread(() -> {
            boolean isReached = held.awaitReached(LongWait.LIMIT);
            window.execute(() -> reached.complete(isReached));
        });
        window.until("the request to leave", reached::isDone);
        if (!reached.join()) {
            throw new AssertionError("it never left");
        }
        stop.run();
    }

    private Result runWithoutModel(HostileServer foe) {
        applyFault(foe, trouble);
        RdwClient.Query query = new RdwClient(() -> way.url(foe, ""), http(), Clock.systemUTC()).newQuery(PLATE);
        PhotoFetch photo = new PhotoFetch(
                way.url(foe, endpoint.path),
                http(),
                new UntrustedGet.Targets(
                        true, address -> address.getHostAddress().equals("127.0.0.1")),
                CALL);
        var answer = new CompletableFuture<Object>();
        var window = new FxThreadPump();
        new TaskRunner(Thread::startVirtualThread, window)
                .<Object>run(
                        () -> endpoint == Endpoint.PHOTO ? photo.run() : query.run(),
                        answer::complete,
                        answer::completeExceptionally);
        if (trouble.deed() instanceof HeldRequest held) {
            stopWhenReached(held, window, () -> {
                query.stop();
                photo.stop();
            });
            window.until("the end", answer::isDone);
            held.release();
        }
        window.until("an answer", answer::isDone);
        return new Result(ResultTexts.shown(answer.join()), List.of());
    }
}
