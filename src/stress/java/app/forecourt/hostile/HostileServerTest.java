package app.forecourt.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.hostile.HostileCase.Result;
import app.forecourt.hostile.HostileCase.Way;
import app.forecourt.http.Certificates;
import app.forecourt.http.HeldRequest;
import app.forecourt.http.HostileServer;
import app.forecourt.http.Redirects;
import app.forecourt.http.ResponseBodies;
import app.forecourt.http.ServerFault;
import app.forecourt.http.ServerFaults;
import app.forecourt.proof.ReportSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test of every server fault at each endpoint: a car is posted once, no other host receives the token, nothing hangs,
 * and nothing is thrown. {@code -Dproof.hostile} sets the sampling: every n-th fault runs, all with 1.
 */
@Tag("stress")
@Tag("report")
@Tag("proof")
class HostileServerTest {
    private static final int EVERY = (int) ReportSection.setting("hostile", 200);
    private static final String TLS = "TLS";
    private static final String TOO_MUCH = "far too much";

    private static HostileServer other;
    private static HostileServer neighbour;
    private static final HostileReport TABLE = new HostileReport();

    @TempDir
    Path homes;

    /**
     * Faults of one kind at one endpoint.
     *
     * @param atOnce number of cases that run in parallel; waiting cases need no processor
     */
    record Batch(Endpoint endpoint, String kind, int atOnce, List<HostileCase> rows) {
        @Override
        public String toString() {
            return endpoint + ", " + kind + ": " + rows.size();
        }
    }

    @BeforeAll
    static void startOtherServers() throws IOException {
        other = new HostileServer("127.0.0.2");
        neighbour = new HostileServer("127.0.0.1");
    }

    static Stream<Batch> batches() {
        return Stream.of(Endpoint.values())
                .flatMap(endpoint -> Stream.of(
                        batch(endpoint, ServerFaults.STATUS, 4, ServerFaults.statuses()),
                        batch(endpoint, ServerFaults.SOCKET, 16, ServerFaults.connectionFaults()),
                        batch(endpoint, ServerFaults.NO_HTTP, 8, ServerFaults.invalidHttp()),
                        batch(
                                endpoint,
                                Redirects.REDIRECT,
                                8,
                                Redirects.faults("127.0.0.2:" + other.port(), neighbour.port())),
                        batch(endpoint, ResponseBodies.BODY, 2, ResponseBodies.malformed()),
                        batch(endpoint, TOO_MUCH, 1, ResponseBodies.oversized()),
                        sample(new Batch(endpoint, TLS, 8, secure(endpoint))),
                        sample(new Batch(endpoint, HostileCase.STOPPED, 4, stopped(endpoint)))))
                .filter(batch -> !batch.rows.isEmpty());
    }

    private static Batch batch(Endpoint endpoint, String kind, int atOnce, List<ServerFault> troubles) {
        return sample(new Batch(
                endpoint,
                kind,
                atOnce,
                troubles.stream()
                        .map(fault -> new HostileCase(endpoint, fault, Way.PLAIN))
                        .toList()));
    }

    /** Returns a sample of a batch. The sample differs per endpoint, so that most faults run at some endpoint. */
    private static Batch sample(Batch all) {
        int first = all.endpoint.ordinal() * EVERY / Endpoint.values().length;
        return new Batch(
                all.endpoint,
                all.kind,
                all.atOnce,
                IntStream.range(0, all.rows.size())
                        .filter(row -> row % EVERY == Math.min(first, all.rows.size() - 1) % EVERY)
                        .mapToObj(all.rows::get)
                        .toList());
    }

    private static List<HostileCase> secure(Endpoint endpoint) {
        var rows = new ArrayList<HostileCase>();
        rows.add(row(endpoint, "nobody listens", new Way("http", Optional.empty(), true)));
        rows.add(row(
                endpoint, "http, and the server speaks TLS", new Way("http", Optional.of(Certificates.RIGHT), false)));
        rows.add(row(endpoint, "https, and the server speaks plainly", new Way("https", Optional.empty(), false)));
        rows.add(row(endpoint, "certificate in order", new Way("https", Optional.of(Certificates.RIGHT), false)));
        new Certificates()
                .sockets().keySet().stream()
                        .filter(name -> !name.equals(Certificates.RIGHT))
                        .forEach(name -> rows.add(
                                row(endpoint, "certificate " + name, new Way("https", Optional.of(name), false))));
        return rows;
    }

    private static HostileCase row(Endpoint endpoint, String name, Way way) {
        return new HostileCase(
                endpoint, new ServerFault(TLS, name, name.endsWith("in order"), false, ServerFaults.answer(200)), way);
    }

    /** Returns cases in which the user stops the request before the answer arrives. */
    private static List<HostileCase> stopped(Endpoint endpoint) {
        return switch (endpoint) {
            case CARS, VEHICLES, PHOTO ->
                Stream.of(
                                "",
                                "HTTP/1.1 201 Cre",
                                "HTTP/1.1 201 Created\r\nCont",
                                "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{")
                        .map(before -> new HostileCase(
                                endpoint,
                                new ServerFault(
                                        HostileCase.STOPPED,
                                        before.length() + " bytes of the answer before it",
                                        false,
                                        false,
                                        new HeldRequest(before)),
                                Way.PLAIN))
                        .toList();
            case TOKEN, OPTIONS, FUELS -> List.of();
        };
    }

    @ParameterizedTest
    @MethodSource("batches")
    void everyFaultIsHandled(Batch batch) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (ExecutorService makers = Executors.newFixedThreadPool(batch.atOnce)) {
            HostileReport.Group group = TABLE.group(batch.endpoint, batch.kind);
            List<Future<Result>> seen = makers.invokeAll(batch.rows.stream()
                    .<Callable<Result>>map(testCase -> () -> runCase(batch, testCase, group))
                    .toList());
            for (int row = 0; row < seen.size(); row++) {
                try {
                    wrong.addAll(mistakes(batch.rows.get(row), seen.get(row).get()));
                    group.add(batch.rows.get(row), seen.get(row).get());
                } catch (ExecutionException thrown) {
                    wrong.add(batch.rows.get(row) + ": thrown " + thrown.getCause());
                }
            }
        }
        TABLE.addMistakes(wrong);
        assertEquals(List.of(), wrong);
    }

    private Result runCase(Batch batch, HostileCase testCase, HostileReport.Group group) throws Exception {
        Path home = Files.createTempDirectory(homes, "home");
        // Several cases at a time could not be told apart.
        return testCase.run(home, batch.atOnce > 1 ? () -> {} : group.memoryProbe());
    }

    private static List<String> mistakes(HostileCase testCase, Result seen) {
        List<String> wrong = new ArrayList<>(seen.wrong());
        String kind = testCase.trouble().kind();
        boolean whole = testCase.trouble().yes() && testCase.endpoint() != Endpoint.PHOTO;
        if (whole && !seen.good()) {
            wrong.add("a right answer was not taken");
        }
        if (!testCase.trouble().yes()
                && !kind.equals(ResponseBodies.BODY)
                && !kind.equals(ServerFaults.STATUS)
                && seen.good()) {
            wrong.add("taken for a right answer");
        }
        if (kind.equals(ServerFaults.STATUS)) {
            String expected = HostileReport.expected(
                    testCase.endpoint(), Integer.parseInt(testCase.trouble().name()));
            if (!seen.shown().startsWith(expected)) {
                wrong.add("expected " + expected);
            }
        }
        return wrong.stream()
                .map(what -> testCase.endpoint() + " " + testCase.trouble() + ": " + what + " (" + seen.shown() + ")")
                .toList();
    }

    @AfterAll
    static void tokenReachedNoOtherHost() throws IOException {
        try (HostileServer one = other;
                HostileServer two = neighbour) {
            String told = one.received() + two.received();
            TABLE.write(EVERY, one.requests(), two.requests());
            for (String secret : List.of(
                    Endpoint.SECRET, HostileModel.SECRET, "Bearer", "Authorization", "Cookie", "corsa", "R759BK")) {
                assertFalse(told.contains(secret), secret);
            }
            assertEquals(List.of(), one.requests());
        }
    }
}
