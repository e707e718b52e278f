package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.http.HttpClients;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of hosts and time limits, compared with the default addresses and the clients. */
class NetworkPageTest {

    private static Map<String, String> table(String header) throws IOException {
        return ManualPage.read("reference/network.md").table(header).stream()
                .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));
    }

    @Test
    void hostsAreTheDefaultAddresses() throws IOException {
        assertEquals(Stream.of(Setting.values()).map(Setting::defaultValue)
                .filter(value -> value.startsWith("https:"))
                .map(address -> "`" + URI.create(address).getHost() + "`")
                .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(table("| host | when | what is sent |").keySet()));
    }

    @Test
    void timeLimitsMatch() throws IOException {
        HttpClients.Timeouts usual = HttpClients.Timeouts.USUAL;
        Map<String, String> limits = table("| limit | time |");
        Map.of("connection, for each address of a host", usual.connect(), "no byte read or written",
                usual.read(),
                "a whole request, with its answer", usual.call(), "a photo, with its redirects",
                PhotoFetch.PATIENCE)
                .forEach((name, limit) -> assertEquals(limit.toSeconds() + " s",
                        limits.get(name), name));
    }
}
