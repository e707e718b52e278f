package app.forecourt.manual;

import static app.forecourt.manual.CodeConstants.number;
import static app.forecourt.manual.CodeConstants.size;
import static app.forecourt.manual.CodeConstants.time;
import static app.forecourt.manual.CodeConstants.value;
import static app.forecourt.manual.CodeConstants.word;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.HttpClients;
import app.forecourt.http.RateLimitHeaders;
import app.forecourt.option.BoundedOptionListBuilder;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.prepare.PictureLimits;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of hosts and limits, compared with the default addresses and the constants of the clients. */
class NetworkPageTest {

    private static Map<String, String> table(String header) throws IOException {
        return ManualPage.read("reference/network.md").table(header).stream()
                .collect(toMap(List::getFirst, row -> row.get(1)));
    }

    @Test
    void hostsAreTheDefaultAddresses() throws IOException {
        assertEquals(
                Stream.of(Setting.values())
                        .map(Setting::defaultValue)
                        .filter(value -> value.startsWith("https:"))
                        .map(address -> "`" + URI.create(address).getHost() + "`")
                        .collect(toCollection(TreeSet::new)),
                new TreeSet<>(table("| host | when | what is sent |").keySet()));
    }

    @Test
    void timeLimitsMatch() throws IOException {
        HttpClients.Timeouts usual = HttpClients.Timeouts.USUAL;
        Map<String, Duration> limits = Map.of(
                "connection, for each address of a host",
                usual.connect(),
                "no byte read or written",
                usual.read(),
                "a whole request, with its answer",
                usual.call(),
                "each of the two requests for a plate",
                time("register.RdwClient", "TIMEOUT"),
                "the sign-in to a web space by SFTP or FTP",
                usual.call(),
                "a photo to a web space by SFTP or FTP",
                usual.call().multipliedBy(number("photo.store.StoreTimeLimiter", "PUT_LIMITS")),
                "a photo, with its redirects",
                PhotoFetch.PATIENCE,
                "an answer of the keychain",
                time("secret.Vault", "TIMEOUT"));
        assertEquals(
                limits.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, limit -> limit.getValue().toSeconds() + " s")),
                table("| limit | time |"));
    }

    @Test
    void sizeLimitsMatch() throws IOException {
        assertEquals(
                Map.of(
                        "a row of the shared stock",
                        size(number("sharing.server.ItemTable", "LARGEST_DOCUMENT")) + ". Larger ones are left out",
                        "an answer, after decompression",
                        size(HttpClients.LARGEST_BODY),
                        "a reply of an FTP server",
                        size(number("photo.store.FtpSocketFactory", "LONGEST_REPLY")),
                        "an option list",
                        String.format(
                                Locale.ROOT,
                                "%d pages, %,d options, %s. A name of more than %d bytes is left out",
                                number("autochat.OptionListLoader", "MAX_PAGES"),
                                number("option.BoundedOptionListBuilder", "MAX_OPTIONS"),
                                size(number("option.BoundedOptionListBuilder", "MAX_BYTES")),
                                BoundedOptionListBuilder.MAX_NAME_BYTES),
                        "a photo",
                        String.format(
                                Locale.ROOT,
                                "%s, %d million pixels, %,d pixels a side, %d redirects",
                                size(PhotoFetch.MOST_BYTES),
                                PictureLimits.MOST_PIXELS / 1_000_000,
                                PictureLimits.LONGEST_SIDE,
                                number("http.UntrustedGet", "MAX_REDIRECTS")),
                        "photos of a car that are fetched",
                        String.format(Locale.ROOT, "the first %d", number("ui.photos.PhotoPreviews", "MOST_SHOWN")),
                        "photos of the car and of the list of cars",
                        String.format(
                                Locale.ROOT,
                                "%s at a time, the last %d are kept",
                                word(number("ui.photos.PhotoPreviews", "MOST_AT_ONCE")),
                                number("ui.photos.PhotoPreviews", "MOST_KEPT"))),
                table("| what | limit |"));
    }

    /** The repeated last pause of the sign-in leads to the end of its hour. */
    @Test
    void tokenLimitsMatch() throws Exception {
        String limiter = "autochat.TokenRequestLimiter";
        long margin = time("autochat.TokenProvider", "RENEWAL_MARGIN").toMinutes();
        assertEquals(Duration.ofHours(1), time(limiter, "WINDOW"));
        List<?> pauses = (List<?>) value(limiter, "BACK_OFF");
        var times = new ArrayList<String>();
        Duration time = Duration.ZERO;
        for (int request = 0; time.compareTo(Duration.ofHours(1)) < 0; request++) {
            time = time.plus((Duration) pauses.get(Math.min(request, pauses.size() - 1)));
            times.add(new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(time.toSeconds() / 60.0));
        }
        assertSays(
                "Tokens",
                "kept until %s minutes before its end. A token that lives less than %s minutes is kept"
                        .formatted(word(margin), word(2 * margin)),
                "at most %s tokens an hour".formatted(word(number(limiter, "MAX_REQUESTS"))),
                "up to %s an hour".formatted(word(number(limiter, "MAX_REQUESTS_WITHOUT_FAILURE"))),
                "a further token every %s minutes"
                        .formatted(word(time(limiter, "PAUSE_AFTER_TOKEN").toMinutes())),
                "asked again %s and %s minutes after"
                        .formatted(String.join(", ", times.subList(0, times.size() - 1)), times.getLast()));
    }

    @Test
    void pausesOfOptionsMatch() throws Exception {
        String policy = "model.options.OptionRefreshPolicy";
        assertEquals(Duration.ofHours(1), time(policy, "USUAL_INTERVAL"));
        Method pause = Class.forName("app.forecourt." + policy).getDeclaredMethod("pause", int.class);
        pause.setAccessible(true);
        long most = time(policy, "MAX_PAUSE").toMinutes();
        var pauses = new ArrayList<String>();
        for (long minutes = 0; minutes < most; ) {
            minutes = ((Duration) pause.invoke(null, pauses.size() + 1)).toMinutes();
            pauses.add("" + minutes);
        }
        assertSays(
                "Options",
                "| a list | after an hour |",
                "| the sign-in is refused | after an hour |",
                "after %s, then every %s minutes"
                        .formatted(String.join(", ", pauses.subList(0, pauses.size() - 1)), pauses.getLast()));
    }

    @Test
    void pausesOfCarsMatch() throws Exception {
        Object policy = value("send.RetryPolicy", "USUAL");
        List<Long> pauses = ((List<?>) component(policy, "pauses"))
                .stream().map(Duration.class::cast).map(Duration::toSeconds).toList();
        String tries = word((int) component(policy, "tries"));
        Duration first = time("send.RetryPolicy", "FIRST_LIMIT_PAUSE");
        String limits = IntStream.range(0, 4)
                .mapToObj(doublings -> "" + (first.toSeconds() << doublings))
                .collect(joining(", "));
        long longest = Math.round((first.toSeconds() << number("send.RetryPolicy", "DOUBLINGS")) / 60.0);
        assertEquals(Duration.ofDays(1), time("journal.SubmissionRecovery", "LONGEST_WAIT"));
        assertSays(
                "Cars",
                String.format(
                        Locale.ROOT,
                        "after %s and then every %d seconds, %s tries at most",
                        pauses.subList(0, pauses.size() - 1).stream()
                                .map(String::valueOf)
                                .collect(joining(", ")),
                        pauses.getLast(),
                        tries),
                String.format(
                        Locale.ROOT,
                        "at least after %s seconds and so on, up to %d minutes. %s tries at most",
                        limits,
                        longest,
                        tries.substring(0, 1).toUpperCase(Locale.ROOT) + tries.substring(1)),
                "waited for more than a day");
    }

    private static Object component(Object values, String name) throws ReflectiveOperationException {
        Method reader = values.getClass().getDeclaredMethod(name);
        reader.setAccessible(true);
        return reader.invoke(values);
    }

    @Test
    void pausesOfServersMatch() throws IOException {
        assertEquals(Duration.ofSeconds(1), time("http.RateLimitHeaders", "SHORTEST"));
        assertEquals(Duration.ofDays(1), RateLimitHeaders.LONGEST);
        assertSays(
                "Plates and too many requests",
                String.format(
                        Locale.ROOT,
                        "it is %d seconds. It is never less than a second and never more than a day",
                        time("http.RateLimitHeaders", "DEFAULT_WAIT").toSeconds()));
    }

    private static void assertSays(String section, String... texts) throws IOException {
        String page = ManualPage.read("reference/network.md").section(section).text();
        for (String text : texts) {
            assertTrue(page.contains(text), () -> text + "\nis not in\n" + page);
        }
    }
}
