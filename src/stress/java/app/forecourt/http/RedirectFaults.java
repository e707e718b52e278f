package app.forecourt.http;

import static app.forecourt.http.HostileServer.answer;
import static app.forecourt.http.HostileServer.contentLength;
import static app.forecourt.http.HostileServer.statusLine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Responses that redirect to other addresses. */
public final class RedirectFaults {
    public static final String REDIRECT = "elsewhere";

    private RedirectFaults() {}

    /**
     * @param other the address of another server, {@code 127.0.0.2:4711}
     * @param port the port of another server on the same host
     */
    public static List<ServerFault> faults(String other, int port) {
        var faults = new ArrayList<ServerFault>();
        for (int status : new int[] {300, 301, 302, 303, 305, 307, 308}) {
            Stream.of(
                            "http://" + other + "/",
                            "//" + other + "/",
                            "http://127.0.0.1:" + port + "/",
                            "http://127.0.0.1:1@" + other + "/",
                            "https://" + other + "/",
                            "/moved",
                            "",
                            "file:///etc/passwd",
                            "http://[::1",
                            "\u0001")
                    .forEach(to -> faults.add(ServerFault.no(
                            REDIRECT,
                            status + " to " + to.replaceAll(":\\d\\d+", ":…").replace('\u0001', '?'),
                            answer(status, "Location: " + to + "\r\n"))));
        }
        for (String header : List.of(
                "Link: <http://" + other + "/>; rel=\"next\"",
                "Link: <//" + other + "/>; rel=next",
                "Alt-Svc: h2=\"" + other + "\"; ma=86400",
                "Refresh: 0; url=http://" + other + "/",
                "Content-Location: http://" + other + "/",
                "Set-Cookie: a=b; Domain=127.0.0.2")) {
            faults.add(ServerFault.yes(REDIRECT, header.replaceAll(":\\d\\d+", ":…"), answer(200, header + "\r\n")));
        }
        for (int status : new int[] {401, 407}) {
            faults.add(ServerFault.no(REDIRECT, status + " that asks for a name", (connection, response) -> {
                connection.readRequest();
                connection.send(statusLine(status) + "WWW-Authenticate: Basic realm=\"x\"\r\n"
                        + "Proxy-Authenticate: Basic realm=\"x\"\r\n" + contentLength(0)
                        + "\r\n");
            }));
        }
        return faults;
    }
}
