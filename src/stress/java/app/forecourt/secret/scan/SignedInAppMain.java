package app.forecourt.secret.scan;

import app.forecourt.connection.ProfileClients;
import app.forecourt.home.AppDirs;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A program that signs in with the stored secrets and prints all that the system knows about its process. */
final class SignedInAppMain {
    private SignedInAppMain() {}

    /** Signs in once. The arguments are ignored, because a system property names the home. */
    public static void main(String[] args) throws IOException {
        SystemEnvironment environment = SystemEnvironment.ofProcess();
        AppDirs dirs = AppDirs.of(environment);
        try (Preferences preferences = Preferences.open(dirs.preferences(), environment, Runnable::run);
                Vault vault = new Vault(preferences, dirs.key());
                ProfileClients clients =
                        new ProfileClients(preferences, vault, new HttpClients("test"), Clock.systemUTC())) {
            vault.open();
            System.out.println(clients.client(Profile.STAGING).signIn());
            System.out.println(System.getProperties());
            System.out.println(System.getenv());
            System.out.println(ProcessHandle.current().info());
            for (String name : new String[] {"cmdline", "environ"}) {
                Path file = Path.of("/proc/self", name);
                if (Files.isReadable(file)) {
                    System.out.write(Files.readAllBytes(file));
                }
            }
        }
        System.out.flush();
    }
}
