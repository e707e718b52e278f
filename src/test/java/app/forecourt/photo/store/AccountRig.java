package app.forecourt.photo.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server whose users are accounts of the computer, and the situations that all of these have. */
abstract class AccountRig extends StoreRig {
    final Path work;
    final SystemUser account;
    private final StoreSettings.Kind kind;

    AccountRig(StoreSettings.Kind kind, Path work, String program, String packageName) throws Exception {
        this.kind = kind;
        this.work = work;
        ServerProcess.installed(program, packageName);
        account = new SystemUser(work.toString());
        makeFolder("", "rwxrwxrwx");
    }

    @Override
    StoreSettings settings(String host, int port, String folder, String user) {
        return new StoreSettings(kind, host, port, folder, user, "https://photos.example");
    }

    @Override
    String user() {
        return account.name;
    }

    @Override
    String secret() {
        return account.password;
    }

    @Override
    Path disk() {
        return work.resolve("web");
    }

    @Override
    String folder(String name) {
        return disk().resolve(name).toString();
    }

    List<FaultCase> accountCases(HostIdentity.Kind identity) throws Exception {
        makeFolder("read-only", "r-xr-xr-x");
        return new ArrayList<>(List.of(
                new FaultCase("first contact", StoreFault.NEW_HOST, this::meet),
                new FaultCase("put twice, deleted twice", FaultCase.DONE, this::putTwiceAndDelete),
                new FaultCase("another identity", StoreFault.HOST_CHANGED, () -> putToChangedHost(identity)),
                new FaultCase(
                        "wrong password",
                        StoreFault.WRONG_PASSWORD,
                        () -> put(usual(), "wrong password", identities, http)),
                new FaultCase(
                        "wrong folder",
                        StoreFault.NO_FOLDER,
                        () -> put(settings(LOCAL, port(), folder("missing"), user()))),
                new FaultCase(
                        "read-only folder",
                        StoreFault.READ_ONLY,
                        () -> put(settings(LOCAL, port(), folder("read-only"), user()))),
                new FaultCase("disk full", StoreFault.NO_SPACE, this::putToFullDisk)));
    }

    @Override
    public void close() {
        account.close();
    }
}
