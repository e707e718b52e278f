package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.Cars;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases in which OkHttp, left to itself, posts more than once; counted at the server. */
class PostCountsTest {
    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    enum Case {
        POOLED_CONNECTION_CLOSED_AFTER_READING(1, "Unknown BROKEN"), TWO_ADDRESSES_FIRST_CLOSES_AFTER_READING(
                1,
                "Unknown BROKEN"), RESET_AFTER_READING(1, "Unknown BROKEN"), REQUEST_TIMEOUT_408(1,
                        "Unknown SERVER_ERROR"), UNAVAILABLE_503_RETRY_AFTER_0(1,
                                "Unknown SERVER_ERROR"), MISDIRECTED_421(1, "Rejected"), REDIRECT_307(1,
                                        "Unknown REDIRECT"), REDIRECT_308(1,
                                                "Unknown REDIRECT"), REDIRECT_302(1,
                                                        "Unknown REDIRECT"), ENDLESS_401(2,
                                                                "SignInRefused NOT_ALLOWED");

        private final int posts;
        private final String outcome;

        Case(int posts, String outcome) {
            this.posts = posts;
            this.outcome = outcome;
        }

        MockResponse response(String elsewhere) {
            return switch (this) {
                case POOLED_CONNECTION_CLOSED_AFTER_READING,
                        TWO_ADDRESSES_FIRST_CLOSES_AFTER_READING ->
                    answer(
                            201, "application/json", "{}").onResponseStart(new SocketEffect.CloseSocket())
                            .build();
                case RESET_AFTER_READING -> answer(201, "application/json", "{}")
                        .onResponseStart(new SocketEffect.CloseSocket(true, false, false)).build();
                case REQUEST_TIMEOUT_408 -> answer(408, "text/plain", "").build();
                case UNAVAILABLE_503_RETRY_AFTER_0 ->
                    answer(503, "text/plain", "").addHeader("Retry-After", "0")
                            .build();
                case MISDIRECTED_421 -> json(421, "{}");
                case REDIRECT_307 -> answer(307, "text/plain", "").addHeader("Location", elsewhere).build();
                case REDIRECT_308 -> answer(308, "text/plain", "").addHeader("Location", elsewhere).build();
                case REDIRECT_302 -> answer(302, "text/plain", "").addHeader("Location", elsewhere).build();
                case ENDLESS_401 -> json(401, "{}");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void postsAsOftenAsItMay(Case which) throws IOException {
        try (var desk = new Desk()) {
            MockResponse bad = which.response(desk.autochat.url("/api/cars"));
            desk.autochat.cars = which == Case.POOLED_CONNECTION_CLOSED_AFTER_READING
                    ? inTurn(json(201, "{}"), bad)
                    : inTurn(bad);
            if (which == Case.TWO_ADDRESSES_FIRST_CLOSES_AFTER_READING) {
                desk.base = builder -> builder.dns(host -> List.of(InetAddress.ofLiteral("127.0.0.1"),
                        InetAddress.ofLiteral("127.0.0.2")));
            }
            String address = desk.autochat.url("").replace("127.0.0.1", "localhost");
            AutochatClient client = desk.client(desk.autochat.connection(address));
            if (which == Case.POOLED_CONNECTION_CLOSED_AFTER_READING) {
                client.sending(Cars.bare()).run();
            }

            int before = desk.autochat.posts();

            SendOutcome outcome = client.sending(Cars.bare()).run();

            int posts = desk.autochat.posts() - before;
            ROWS.add("| " + which + " | " + posts + " | " + name(outcome) + " |");
            assertEquals(which.posts, posts);
            assertEquals(which.outcome, name(outcome));
            assertEquals(0, desk.autochat.to("GET", "/api/cars").size());
            assertEquals(which == Case.ENDLESS_401 ? 2 : 1, desk.autochat.tokenRequests());
        }
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("POSTs the server received, for one car, counted by PostCountsTest.");
        lines.add("");
        lines.add("| case | POSTs | outcome |");
        lines.add("|---|---|---|");
        lines.addAll(ROWS);
        Files.write(Path.of("target", "post-counts.md"), lines);
    }

    private static String name(SendOutcome outcome) {
        return outcome.getClass().getSimpleName() + switch (outcome) {
            case SendOutcome.Unknown(Cause cause, _) -> " " + cause;
            case SendOutcome.NotSent(Cause cause) -> " " + cause;
            case SendOutcome.SignInRefused(SignInFailure failure) -> " " + failure.kind();
            default -> "";
        };
    }
}
