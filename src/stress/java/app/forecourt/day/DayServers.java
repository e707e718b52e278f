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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** Fake servers of staging and production. They respond by the scenario of each car, and record all posts. */
public final class DayServers implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\"internalId\":\"([^\"]*)\"");

    private final Map<String, CarScenario> fates;
    private final Map<Profile, FakeAutochat> servers = new EnumMap<>(Profile.class);
    private final Map<String, List<Post>> posts = new ConcurrentHashMap<>();

    /** POST of a car that was read completely. */
    record Post(Profile at, String body, CarScenario.Response turn) {}

    /** @param options option list of both servers, as JSON */
    public DayServers(LongDay day, String options) throws IOException {
        fates = day.cars().stream().collect(Collectors.toMap(DayCarPlan::stockNumber, DayCarPlan::scenario));
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
        Matcher number = NUMBER.matcher(body);
        if (!number.find()) {
            return FakeAutochat.json(400, "{}");
        }
        List<Post> all = posts.computeIfAbsent(number.group(1), _ -> new CopyOnWriteArrayList<>());
        CarScenario.Response turn = fates.get(number.group(1))
                .response((int) all.stream().filter(post -> post.at() == at).count());
        all.add(new Post(at, body, turn));
        return turn.answer();
    }

    /** Returns the URL of a path on one of the servers. */
    public String url(Profile at, String path) {
        return servers.get(at).url(path);
    }

    /** Returns the posts of a car, oldest first. */
    List<Post> posts(String number, Profile at) {
        return posts.getOrDefault(number, List.of()).stream()
                .filter(post -> post.at() == at)
                .toList();
    }

    @Override
    public void close() {
        servers.values().forEach(FakeAutochat::close);
    }
}
