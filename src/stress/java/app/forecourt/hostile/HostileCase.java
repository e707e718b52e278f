package app.forecourt.hostile;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.LicensePlate;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.Certificates;
import app.forecourt.http.HeldRequest;
import app.forecourt.http.HostileServer;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ServerFault;
import app.forecourt.http.ServerFaults;
import app.forecourt.http.UntrustedGet;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.register.RdwClient;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * One fault at one endpoint, from the key press to the visible result.
 *
 * @param way kind of connection
 */
record HostileCase(Endpoint endpoint, ServerFault trouble, Way way) {
    /** Time limit of one request. */
    static final Duration CALL = Duration.ofSeconds(4);
    static final String STOPPED = "stopped";
    private static final HttpClients.Timeouts TIMEOUTS = new HttpClients.Timeouts(Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            CALL);
    private static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    private static final Certificates CERTIFICATES = new Certificates();

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

    /**
     * Observed result of a case.
     *
     * @param good true if the request succeeded
     * @param posts number of posts of the car that reached AutoChat
     * @param requests number of requests to the endpoint with a complete first line
     * @param took time from the key press to the visible result
     * @param deaf longest time of one task on the FX thread
     * @param busy longest CPU time of one task on the FX thread
     */
    record Result(String shown, boolean good, long posts, long requests, Duration took, Duration deaf,
            Duration busy, List<String> wrong) {}

    /** Runs the case and returns its result. */
    Result run(Path home, Runnable probe) throws Exception {
        try (HostileServer friend = Way.PLAIN.server(); HostileServer foe = way.server()) {
            for (Endpoint each : Endpoint.values()) {
                friend.respondAt(each.path, each.response, ServerFaults.answer(200));
                foe.respondAt(each.path, each.response, ServerFaults.answer(200));
            }
            return switch (endpoint) {
                case TOKEN, OPTIONS, CARS -> runWithModel(home, probe, friend, foe);
                case VEHICLES, FUELS, PHOTO -> runWithoutModel(probe, foe);
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

    private Result runWithModel(Path home, Runnable probe, HostileServer friend, HostileServer foe)
            throws Exception {
        HostileServer tokens = endpoint == Endpoint.TOKEN ? foe : friend;
        HostileServer autochat = endpoint == Endpoint.TOKEN ? friend : foe;
        Map<String, String> properties = Map.of("forecourt.staging.url",
                (autochat == foe ? way : Way.PLAIN).url(autochat, ""), "forecourt.token.url",
                (tokens == foe ? way : Way.PLAIN).url(tokens, "/oauth/token"), "forecourt.profile",
                "staging");
        List<String> wrong = new ArrayList<>();
        try (var model = new HostileModel(home, properties, http())) {
            if (endpoint != Endpoint.CARS) {
                applyFault(foe, trouble);
            }
            long begun = System.nanoTime();
            model.start();
            Duration began = since(begun);
            String band = model.connection();
            if (endpoint == Endpoint.CARS) {
                applyFault(foe, trouble);
            }
            long pressed = System.nanoTime();
            model.typeAndSend("A");
            if (trouble.kind().equals(STOPPED)) {
                stopDuringRequest(model);
            }
            Submission came = model.awaitOutcome();
            Duration sent = since(pressed);
            Submission last = came.state() == SubmissionState.WAITING ? model.retryThenStop(came) : came;
            probe.run();
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
            boolean ready = band.equals("ready");
            String shown = switch (endpoint) {
                case CARS -> ResultTexts.shown(came);
                case OPTIONS -> band;
                default -> band + "; car " + ResultTexts.shown(came);
            };
            return new Result(shown,
                    endpoint == Endpoint.CARS ? came.state() == SubmissionState.ACCEPTED : ready, posts,
                    foe.requestCount("POST " + endpoint.path) + foe.requestCount("GET " + endpoint.path),
                    began.compareTo(sent) > 0 ? began : sent, model.window.longestTask(),
                    model.window.longestCpuTime(),
                    wrong);
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
    private List<String> checkNextCar(HostileModel model, HostileServer foe, HostileServer autochat,
            long posts,
            boolean limited) throws Exception {
        if (limited) {
            return List.of();
        }
        foe.readFirst();
        foe.respondAt(endpoint.path, endpoint.response, ServerFaults.answer(200));
        model.newCar();
        model.typeAndSend("B");
        Submission next = model.awaitOutcome();
        return next.state() == SubmissionState.ACCEPTED
                && autochat.requestCount("POST /api/cars ") == posts + 1
                        ? List.of()
                        : List.of("the next car: " + ResultTexts.shown(next) + ", " + autochat.requests());
    }

    private void stopDuringRequest(HostileModel model) throws Exception {
        HeldRequest held = (HeldRequest) trouble.deed();
        if (!held.awaitReached(CALL)) {
            throw new AssertionError("it never left");
        }
        model.stop();
        model.awaitOutcome();
        held.release();
    }

    private Result runWithoutModel(Runnable probe, HostileServer foe) throws Exception {
        applyFault(foe, trouble);
        RdwClient.Query query = new RdwClient(() -> way.url(foe, ""), http(), Clock.systemUTC())
                .newQuery(PLATE);
        PhotoFetch photo = new PhotoFetch(way.url(foe, endpoint.path), http(),
                new UntrustedGet.Targets(true, address -> address.getHostAddress().equals("127.0.0.1")),
                CALL);
        boolean pictured = endpoint == Endpoint.PHOTO;
        var answer = new CompletableFuture<Object>();
        List<String> wrong = new ArrayList<>();
        try (var window = new ModelThread()) {
            var taskRunner = new TaskRunner(work -> Thread.ofVirtual().start(work), window);
            long begun = System.nanoTime();
            taskRunner.<Object>run(() -> pictured ? photo.run() : query.run(), answer::complete,
                    answer::completeExceptionally);
            if (trouble.deed() instanceof HeldRequest held) {
                held.awaitReached(CALL);
                query.stop();
                photo.stop();
                answer.get(1, TimeUnit.MINUTES);
                held.release();
            }
            Object came = answer.get(1, TimeUnit.MINUTES);
            Duration took = since(begun);
            probe.run();
            return new Result(ResultTexts.shown(came), ResultTexts.isGood(endpoint, came), 0,
                    foe.requestCount("GET " + endpoint.path), took,
                    window.longestTask(), window.longestCpuTime(), wrong);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
