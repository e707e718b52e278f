package app.forecourt.http;

import app.forecourt.http.HostileServer.Deed;

/**
 * Something that a hostile server does with a request.
 *
 * @param kind by which it is counted
 * @param yes whether a whole answer of the kind that was asked for goes out with status 200 or 201
 * @param atOnce whether it is done to a connection before its request is read
 */
public record Trouble(String kind, String name, boolean yes, boolean atOnce, Deed deed) {

    static Trouble no(String kind, String name, Deed deed) {
        return new Trouble(kind, name, false, false, deed);
    }

    static Trouble yes(String kind, String name, Deed deed) {
        return new Trouble(kind, name, true, false, deed);
    }

    static Trouble atOnce(String kind, String name, Deed deed) {
        return new Trouble(kind, name, false, true, deed);
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
