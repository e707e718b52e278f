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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** Staging and production on a long day: two servers that do with each car what is its fate, and keep a list of all that came. */
public final class DayServers implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\"internalId\":\"([^\"]*)\"");

    private final Map<String, CarFate> fates;
    private final Map<Profile, FakeAutochat> servers = new EnumMap<>(Profile.class);
    private final Map<String, List<Post>> posts = new ConcurrentHashMap<>();

    /** A POST of a car that was read wholly. */
    record Post(Profile at, String body, CarFate.Turn turn) {}

    /** @param options what both answer that are asked for their options */
    public DayServers(LongDay day, String options) throws IOException {
        fates = day.cars().stream().collect(Collectors.toMap(DayCarPlan::number, DayCarPlan::fate));
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
        String body = Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
        Matcher number = NUMBER.matcher(body);
        if (!number.find()) {
            return FakeAutochat.json(400, "{}");
        }
        List<Post> all = posts.computeIfAbsent(number.group(1), any -> new CopyOnWriteArrayList<>());
        CarFate.Turn turn = fates.get(number.group(1))
                .turn((int) all.stream().filter(post -> post.at() == at).count());
        all.add(new Post(at, body, turn));
        return turn.answer();
    }

    /** The address of a path at one of them. */
    public String url(Profile at, String path) {
        return servers.get(at).url(path);
    }

    /** All that came of a car, the first at the beginning. */
    List<Post> posts(String number, Profile at) {
        return posts.getOrDefault(number, List.of()).stream().filter(post -> post.at() == at).toList();
    }

    /** How often both together were asked for a token. */
    public int signIns() {
        return count(FakeAutochat::tokenRequests);
    }

    /** How many cars were posted to both together, each as often as it was. */
    public int posts() {
        return count(FakeAutochat::posts);
    }

    private int count(Function<FakeAutochat, Integer> what) {
        return servers.values().stream().mapToInt(what::apply).sum();
    }

    @Override
    public void close() {
        servers.values().forEach(FakeAutochat::close);
    }
}
