package app.forecourt.sharing;

import app.forecourt.settings.SystemEnvironment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name that is offered for a desk: the system's user and the computer. */
public final class DeskNameSuggestion {
    private DeskNameSuggestion() {}

    /** Returns the name. May wait for the network, because some systems ask it for the computer's name. */
    public static String suggestion(SystemEnvironment environment) {
        return suggestion(environment, DeskNameSuggestion::hostName);
    }

    static String suggestion(SystemEnvironment environment, HostName hostName) {
        Optional<String> computer = environment
                .variables()
                .find("COMPUTERNAME")
                .or(() -> environment.variables().find("HOSTNAME"))
                .or(hostName::find)
                // The domain is the same for all desks.
                .map(name -> name.split("\\.", 2)[0]);
        String name = Stream.of(environment.properties().find("user.name"), computer)
                .flatMap(Optional::stream)
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return name.substring(0, Math.min(name.length(), SharedStockSettingsInput.LONGEST_NAME));
    }

    /** The source of the computer's name. */
    interface HostName {
        Optional<String> find();
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
