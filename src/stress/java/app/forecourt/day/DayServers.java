package app.forecourt.day;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.settings.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;

/** Fake servers of staging and production. They fail at the first post of many cars, and count the cars they take. */
final class DayServers implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\"internalId\":\"([^\"]*)\"");
    private static final String NO = """
            {"violations": [{"propertyPath": "model", "message": "This brand has no such model."}]}""";
    /** The responses to the first post of a car, in turn. All others take the car. */
    private static final List<Response> FIRST = List.of(
            Response.TAKES,
            Response.FAILS,
            Response.FORBIDDEN,
            Response.SAYS_NO,
            Response.STALLS,
            Response.TOO_MANY,
            Response.TAKES_AND_CUTS,
            Response.TAKES_IN_SILENCE,
            Response.TAKES_AND_STALLS);
    /** Number of cars with a failure each in the first ones. */
    private static final int ROUND = 20;

    private final Map<Profile, FakeAutochat> servers = new EnumMap<>(Profile.class);
    private final Map<String, Integer> posts = new ConcurrentHashMap<>();
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** Response of the server to one POST. */
    private enum Response {
        TAKES(201),
        TAKES_IN_SILENCE(201),
        TAKES_AND_STALLS(201),
        TAKES_AND_CUTS(201),
        STALLS(201),
        FAILS(503),
        FORBIDDEN(403),
        TOO_MANY(429),
        SAYS_NO(422);

        private final int status;

        Response(int status) {
            this.status = status;
        }

        MockResponse answer() {
            MockResponse.Builder answer =
                    FakeAutochat.answer(status, "application/json", this == SAYS_NO ? NO : "{\"id\": 7}");
            return (switch (this) {
                        case TAKES, FAILS, FORBIDDEN, SAYS_NO -> answer;
                        case TOO_MANY -> answer.addHeader("Retry-After", 1);
                        case TAKES_IN_SILENCE -> answer.onResponseStart(new SocketEffect.CloseSocket());
                        case TAKES_AND_STALLS, STALLS -> answer.onResponseStart(SocketEffect.Stall.INSTANCE);
                        case TAKES_AND_CUTS ->
                            answer.setHeader("Content-Length", 100).onResponseEnd(new SocketEffect.CloseSocket());
                    })
                    .build();
        }
    }

    /** @param options option list of both servers, as JSON */
    DayServers(String options) throws IOException {
        var token = new AtomicInteger();
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            var server = new FakeAutochat(InetAddress.ofLiteral("127.0.0.1"));
            server.tokens = _ -> FakeAutochat.token("token-" + token.incrementAndGet());
            server.options = _ -> FakeAutochat.json(200, options);
            server.cars = request -> answer(profile, request);
            servers.put(profile, server);
        }
    }

    private MockResponse answer(Profile at, RecordedRequest request) {
        String body =
                Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
        Matcher matcher = NUMBER.matcher(body);
        if (!matcher.find()) {
            return FakeAutochat.json(400, "{}");
        }
        String car = key(at, matcher.group(1));
        int turn = Integer.parseInt(matcher.group(1)) % ROUND;
        boolean isFirst = posts.merge(car, 1, Integer::sum) == 1;
        Response response = isFirst && turn < FIRST.size() ? FIRST.get(turn) : Response.TAKES;
        if (response.name().startsWith("TAKES")) {
            taken.merge(car, 1, Integer::sum);
        }
        return response.answer();
    }

    private static String key(Profile at, String number) {
        return at + " " + number;
    }

    /** Returns the URL of a path on one of the servers. */
    String url(Profile at, String path) {
        return servers.get(at).url(path);
    }

    /** Returns how often a server has taken a car. */
    int taken(Profile at, String number) {
        return taken.getOrDefault(key(at, number), 0);
    }

    @Override
    public void close() {
        servers.values().forEach(FakeAutochat::close);
    }
}
