package app.forecourt.http;

import app.forecourt.http.HostileServer.Deed;

/**
 * Something that a hostile server does with a request.
 *
 * @param kind by which it is counted
 * @param yes whether a whole answer of the kind that was asked for goes out with status 200 or 201
 * @param atOnce whether it is done to a connection before its request is read
 */
public record ServerFault(String kind, String name, boolean yes, boolean atOnce, Deed deed) {

    static ServerFault no(String kind, String name, Deed deed) {
        return new ServerFault(kind, name, false, false, deed);
    }

    static ServerFault yes(String kind, String name, Deed deed) {
        return new ServerFault(kind, name, true, false, deed);
    }

    static ServerFault atOnce(String kind, String name, Deed deed) {
        return new ServerFault(kind, name, false, true, deed);
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
