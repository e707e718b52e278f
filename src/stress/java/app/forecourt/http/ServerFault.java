package app.forecourt.http;

import app.forecourt.http.HostileServer.Reaction;

/**
 * A hostile reaction of a server to a request.
 *
 * @param kind the group under which the fault is counted
 * @param yes whether a complete response of the requested kind is sent with status 200 or 201
 * @param atOnce whether the reaction comes before the request is read
 */
public record ServerFault(String kind, String name, boolean yes, boolean atOnce, Reaction deed) {

    static ServerFault no(String kind, String name, Reaction deed) {
        return new ServerFault(kind, name, false, false, deed);
    }

    static ServerFault yes(String kind, String name, Reaction deed) {
        return new ServerFault(kind, name, true, false, deed);
    }

    static ServerFault atOnce(String kind, String name, Reaction deed) {
        return new ServerFault(kind, name, false, true, deed);
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
