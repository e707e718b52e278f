package app.forecourt.kill;

import app.forecourt.AppDirs;
import app.forecourt.environment.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A program that signs in with what its directory has, and tells all that the system knows of it. */
public final class SignedInAppMain {
    private SignedInAppMain() {}

    /** Takes nothing: the directory is named by the system property. */
    public static void main(String[] args) throws IOException {
        SystemEnvironment surroundings = SystemEnvironment.ofProcess();
        AppDirs dirs = AppDirs.of(surroundings);
        try (Preferences preferences = Preferences.open(dirs.preferences(), surroundings, Runnable::run);
                Vault vault = new Vault(preferences, dirs.key());
                ProfileClients environments = new ProfileClients(preferences, vault, new HttpClients("test"),
                        Clock.systemUTC())) {
            vault.open();
            System.out.println(environments.client(Profile.STAGING).signIn());
            System.out.println(System.getProperties());
            System.out.println(System.getenv());
            System.out.println(ProcessHandle.current().info());
            for (String known : new String[]{"cmdline", "environ"}) {
                Path file = Path.of("/proc/self", known);
                if (Files.isReadable(file)) {
                    System.out.write(Files.readAllBytes(file));
                }
            }
        }
        System.out.flush();
    }
}
