package app.forecourt.hostile;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.LicensePlate;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.http.AllowedTargets;
import app.forecourt.http.Certificates;
import app.forecourt.http.HeldRequest;
import app.forecourt.http.HostileServer;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ServerFault;
import app.forecourt.http.ServerFaults;
import app.forecourt.http.Timeouts;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.register.PlateQuery;
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
 * One trouble at one place that the program asks, from the key that is pressed to what is shown of it.
 *
 * @param way how the connection is made
 */
record HostileCase(Endpoint endpoint, ServerFault trouble, Way way) {
    /** All that one request may take. */
    static final Duration CALL = Duration.ofSeconds(4);
    static final String STOPPED = "stopped";
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1500),
            CALL);
    private static final LicensePlate PLATE = LicensePlate.of("R-759-BK").orElseThrow();
    private static final Certificates CERTIFICATES = new Certificates();

    /** How a server is come to. */
    record Way(String scheme, Optional<String> certificate, boolean refuses) {
        static final Way PLAIN = new Way("http", Optional.empty(), false);

        HostileServer server() throws IOException {
            ServerSocketFactory sockets = certificate
                    .<ServerSocketFactory>map(name -> CERTIFICATES.sockets().get(name))
                    .orElseGet(ServerSocketFactory::getDefault);
            return new HostileServer("127.0.0.1", sockets);
        }

        String url(HostileServer server, String path) {
            return scheme + "://127.0.0.1:" + (refuses ? server.portThatRefuses() : server.port()) + path;
        }
    }

    /**
     * What was seen.
     *
     * @param good whether it came to what was wanted
     * @param posts how many POSTs with the car reached AutoChat
     * @param requests to the endpoint, as far as their first line was read
     * @param took from the key to what is shown
     * @param deaf the longest that the window's thread took for one thing
     * @param busy the most of a processor's time that it needed for one thing
     */
    record Seen(String shown, boolean good, long posts, long requests, Duration took, Duration deaf,
            Duration busy, List<String> wrong) {}

    /** Sees what comes of it. */
    Seen see(Path home, Runnable probe) throws Exception {
        try (HostileServer friend = Way.PLAIN.server(); HostileServer foe = way.server()) {
            for (Endpoint each : Endpoint.values()) {
                friend.at(each.path, each.good, ServerFaults.answer(200));
                foe.at(each.path, each.good, ServerFaults.answer(200));
            }
            return switch (endpoint) {
                case TOKEN, OPTIONS, CARS -> seeTheDesk(home, probe, friend, foe);
                case VEHICLES, FUELS, PHOTO -> seeTheAnswer(probe, foe);
            };
        }
    }

    private void make(HostileServer foe, ServerFault what) {
        if (what.atOnce()) {
            foe.atOnce(what.deed(), endpoint.good);
        } else {
            foe.at(endpoint.path, endpoint.good, what.deed());
        }
    }

    private HttpClients http() {
        return new HttpClients("test", TIMEOUTS, CERTIFICATES::trusted);
    }

    private Seen seeTheDesk(Path home, Runnable probe, HostileServer friend, HostileServer foe)
            throws Exception {
        HostileServer tokens = endpoint == Endpoint.TOKEN ? foe : friend;
        HostileServer autochat = endpoint == Endpoint.TOKEN ? friend : foe;
        Map<String, String> properties = Map.of("forecourt.staging.url",
                (autochat == foe ? way : Way.PLAIN).url(autochat, ""), "forecourt.token.url",
                (tokens == foe ? way : Way.PLAIN).url(tokens, "/oauth/token"), "forecourt.profile",
                "staging");
        List<String> wrong = new ArrayList<>();
        try (var desk = new HostileModel(home, properties, http())) {
            if (endpoint != Endpoint.CARS) {
                make(foe, trouble);
            }
            long begun = System.nanoTime();
            desk.begin();
            Duration began = since(begun);
            String band = desk.connection();
            if (endpoint == Endpoint.CARS) {
                make(foe, trouble);
            }
            long pressed = System.nanoTime();
            desk.press("A");
            if (trouble.kind().equals(STOPPED)) {
                stopOnTheWay(desk);
            }
            Submission came = desk.came();
            Duration sent = since(pressed);
            Submission last = came.state() == SubmissionState.WAITING ? desk.tryAgainAndTakeBack(came) : came;
            probe.run();
            Submission noted = desk.noted(last);
            if (noted.state() != last.state() || !noted.outcome().equals(last.outcome())) {
                wrong.add("shown " + last.state() + ", noted " + noted.state());
            }
            long posts = autochat.count("POST /api/cars ");
            boolean limited = came.outcome().orElseThrow() instanceof SendOutcome.Limited;
            wrong.addAll(wrong(last, posts, limited));
            if (way.equals(Way.PLAIN)) {
                wrong.addAll(goesOn(desk, foe, autochat, posts, limited));
            }
            desk.uncaught().forEach(bug -> wrong.add("not caught: " + bug));
            boolean ready = band.equals("ready");
            String shown = switch (endpoint) {
                case CARS -> HostileReportWords.shown(came);
                case OPTIONS -> band;
                default -> band + "; car " + HostileReportWords.shown(came);
            };
            return new Seen(shown,
                    endpoint == Endpoint.CARS ? came.state() == SubmissionState.ACCEPTED : ready, posts,
                    foe.count("POST " + endpoint.path) + foe.count("GET " + endpoint.path),
                    began.compareTo(sent) > 0 ? began : sent, desk.window.longest(), desk.window.busiest(),
                    wrong);
        }
    }

    /** What can't be, whatever the trouble. */
    private List<String> wrong(Submission last, long posts, boolean limited) {
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

    /** The trouble is over: the next car goes through, and the first one not once more. */
    private List<String> goesOn(HostileModel desk, HostileServer foe, HostileServer autochat, long posts,
            boolean limited) throws Exception {
        if (limited) {
            return List.of();
        }
        foe.friendly();
        foe.at(endpoint.path, endpoint.good, ServerFaults.answer(200));
        desk.newCar();
        desk.press("B");
        Submission next = desk.came();
        return next.state() == SubmissionState.ACCEPTED && autochat.count("POST /api/cars ") == posts + 1
                ? List.of()
                : List.of("the next car: " + HostileReportWords.shown(next) + ", " + autochat.requests());
    }

    private void stopOnTheWay(HostileModel desk) throws Exception {
        HeldRequest held = (HeldRequest) trouble.deed();
        if (!held.awaitReached(CALL)) {
            throw new AssertionError("it never left");
        }
        desk.stop();
        desk.came();
        held.letGo();
    }

    private Seen seeTheAnswer(Runnable probe, HostileServer foe) throws Exception {
        make(foe, trouble);
        PlateQuery lookUp = new RdwClient(() -> way.url(foe, ""), http(), Clock.systemUTC()).lookUp(PLATE);
        PhotoFetch photo = new PhotoFetch(way.url(foe, endpoint.path), http(),
                new AllowedTargets(true, address -> address.getHostAddress().equals("127.0.0.1")), CALL);
        boolean pictured = endpoint == Endpoint.PHOTO;
        var answer = new CompletableFuture<Object>();
        List<String> wrong = new ArrayList<>();
        try (var window = new ModelThread()) {
            var background = new TaskRunner(work -> Thread.ofVirtual().start(work), window);
            long begun = System.nanoTime();
            background.<Object>run(() -> pictured ? photo.run() : lookUp.run(), answer::complete,
                    answer::completeExceptionally);
            if (trouble.deed() instanceof HeldRequest held) {
                held.awaitReached(CALL);
                lookUp.stop();
                photo.stop();
                answer.get(1, TimeUnit.MINUTES);
                held.letGo();
            }
            Object came = answer.get(1, TimeUnit.MINUTES);
            Duration took = since(begun);
            probe.run();
            return new Seen(HostileReportWords.shown(came), HostileReportWords.isGood(endpoint, came), 0,
                    foe.count("GET " + endpoint.path), took,
                    window.longest(), window.busiest(), wrong);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
