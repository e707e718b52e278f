package app.forecourt.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.hostile.HostileCase.Result;
import app.forecourt.hostile.HostileCase.Way;
import app.forecourt.http.HeldRequest;
import app.forecourt.http.HostileServer;
import app.forecourt.http.RedirectFaults;
import app.forecourt.http.ResponseBodies;
import app.forecourt.http.ServerCertificates;
import app.forecourt.http.ServerFault;
import app.forecourt.http.ServerFaults;
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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test of every server fault at each endpoint: a car is posted once, no other host receives the token, nothing hangs,
 * and nothing is thrown. {@code -Dproof.hostile} sets the sampling: every n-th fault runs, all with 1.
 */
@Tag("stress")
@Tag("proof")
class HostileServerTest {
    private static final int EVERY = Integer.getInteger("forecourt.proof.hostile", 200);
    private static final String TLS = "TLS";
    /** Cases that run in parallel, because most of them only wait. */
    private static final int AT_ONCE = 8;

    private static HostileServer other;
    private static HostileServer neighbour;

    @TempDir
    Path homes;

    @BeforeAll
    static void startOtherServers() throws IOException {
        other = new HostileServer("127.0.0.2");
        neighbour = new HostileServer("127.0.0.1");
    }

    static Stream<Named<List<HostileCase>>> batches() {
        return Stream.of(Endpoint.values())
                .flatMap(endpoint -> Stream.of(
                                plain(endpoint, ServerFaults.statuses()),
                                plain(endpoint, ServerFaults.connectionFaults()),
                                plain(endpoint, ServerFaults.invalidHttp()),
                                plain(endpoint, RedirectFaults.faults("127.0.0.2:" + other.port(), neighbour.port())),
                                plain(endpoint, ResponseBodies.malformed()),
                                plain(endpoint, ResponseBodies.oversized()),
                                secure(endpoint),
                                stopped(endpoint))
                        .map(all -> sample(endpoint, all))
                        .filter(rows -> !rows.isEmpty())
                        .map(rows -> Named.of(
                                endpoint + ", " + rows.getFirst().trouble().kind() + ": " + rows.size(), rows)));
    }

    private static List<HostileCase> plain(Endpoint endpoint, List<ServerFault> faults) {
        return faults.stream()
                .map(fault -> new HostileCase(endpoint, fault, Way.PLAIN))
                .toList();
    }

    /** Returns a sample of faults. The sample differs per endpoint, so that most faults run at some endpoint. */
    private static List<HostileCase> sample(Endpoint endpoint, List<HostileCase> all) {
        int first = endpoint.ordinal() * EVERY / Endpoint.values().length;
        return IntStream.range(0, all.size())
                .filter(row -> row % EVERY == Math.min(first, all.size() - 1) % EVERY)
                .mapToObj(all::get)
                .toList();
    }

    private static List<HostileCase> secure(Endpoint endpoint) {
        var rows = new ArrayList<HostileCase>();
        rows.add(row(endpoint, "nobody listens", new Way("http", Optional.empty(), true)));
        rows.add(row(
                endpoint,
                "http, and the server speaks TLS",
                new Way("http", Optional.of(ServerCertificates.RIGHT), false)));
        rows.add(row(endpoint, "https, and the server speaks plainly", new Way("https", Optional.empty(), false)));
        rows.add(row(endpoint, "certificate in order", new Way("https", Optional.of(ServerCertificates.RIGHT), false)));
        new ServerCertificates()
                .sockets().keySet().stream()
                        .filter(name -> !name.equals(ServerCertificates.RIGHT))
                        .forEach(name -> rows.add(
                                row(endpoint, "certificate " + name, new Way("https", Optional.of(name), false))));
        return rows;
    }

    private static HostileCase row(Endpoint endpoint, String name, Way way) {
        return new HostileCase(
                endpoint, new ServerFault(TLS, name, name.endsWith("in order"), false, HostileServer.answer(200)), way);
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
    void everyFaultIsHandled(List<HostileCase> rows) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (ExecutorService makers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Result>> seen = makers.invokeAll(rows.stream()
                    .<Callable<Result>>map(testCase -> () -> testCase.run(Files.createTempDirectory(homes, "home")))
                    .toList());
            for (int row = 0; row < seen.size(); row++) {
                try {
                    wrong.addAll(mistakes(rows.get(row), seen.get(row).get()));
                } catch (ExecutionException thrown) {
                    wrong.add(rows.get(row) + ": thrown " + thrown.getCause());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> mistakes(HostileCase testCase, Result seen) {
        List<String> wrong = new ArrayList<>(seen.wrong());
        String kind = testCase.trouble().kind();
        boolean whole = testCase.trouble().yes() && testCase.endpoint() != Endpoint.PHOTO;
        boolean isGood = seen.shown().startsWith(testCase.endpoint().expectedResult(200));
        if (whole && !isGood) {
            wrong.add("a right answer was not taken");
        }
        if (!testCase.trouble().yes()
                && !kind.equals(ResponseBodies.BODY)
                && !kind.equals(ServerFaults.STATUS)
                && isGood) {
            wrong.add("taken for a right answer");
        }
        if (kind.equals(ServerFaults.STATUS)) {
            String expected = testCase.endpoint()
                    .expectedResult(Integer.parseInt(testCase.trouble().name()));
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
            for (String secret : List.of(
                    Endpoint.SECRET, HostileModel.SECRET, "Bearer", "Authorization", "Cookie", "corsa", "R759BK")) {
                assertFalse(told.contains(secret), secret);
            }
            assertEquals(List.of(), one.requests());
        }
    }
}
