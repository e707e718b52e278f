package app.forecourt.sharing;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerAddressParser;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import java.util.Optional;

/**
 * The shared stock by the current preferences. The password is in the vault. It is bound to the whole address. So an
 * edited file of preferences can't send the password to another server.
 */
public final class SharedStockMembership {
    private final Preferences preferences;
    private final Vault vault;
    private volatile Runnable listener = () -> {};

    /**
     * What a sync needs, apart from the password.
     *
     * @param deskName the name that the user gave the desk
     */
    public record Setup(ServerAddress address, String deskName) {}

    public SharedStockMembership(Preferences preferences, Vault vault) {
        this.preferences = preferences;
        this.vault = vault;
    }

    /** Returns the shared stock of this desk; empty if the desk shares none. Reads memory only. */
    public Optional<Setup> setup() {
        String address = preferences.get(Setting.SHARED_STOCK_ADDRESS);
        // The start of a desk that shares nothing need not load the parser.
        return !address.isEmpty()
                        && ServerAddressParser.parse(address) instanceof ServerAddressParser.Result.Usable usable
                ? Optional.of(new Setup(usable.address(), preferences.get(Setting.DESK_NAME)))
                : Optional.empty();
    }

    /** Returns the name that the user gave this desk last, also in a stock that it has left; empty if there is none. */
    public String deskName() {
        return preferences.get(Setting.DESK_NAME);
    }

    /** Returns whether there is an address that can't be used, as after an edit by hand. */
    public boolean isUnusable() {
        return !preferences.get(Setting.SHARED_STOCK_ADDRESS).isEmpty() && setup().isEmpty();
    }

    /** Returns whether the user has joined another stock, and no sync has begun with it. */
    public boolean isOtherStock() {
        return preferences.get(Setting.SHARED_STOCK_NEW).equals("on");
    }

    /** Returns the connector to a stock. It reads the password, and so may wait for the system's keychain. */
    public StockSync.Connector connector(Setup setup) {
        return (desk, stock) -> {
            String password = vault.secret(Setting.SHARED_STOCK_SECRET);
            if (password.isEmpty() && vault.has(Setting.SHARED_STOCK_SECRET)) {
                throw new StockServerException(ServerFailure.LOCKED_PASSWORD);
            }
            return new StockClient(setup.address(), password, desk, stock);
        };
    }

    /** Sets the listener, which is called after each change by the user, on the thread of the change. */
    public void setListener(Runnable listener) {
        this.listener = listener;
    }

    /**
     * Stores the shared stock of this desk.
     *
     * @param password the password that the user typed; empty to keep the stored one
     * @param isOtherStock true if the desk leaves its earlier stock, false if it is the same stock with other settings
     */
    public void save(Setup setup, Optional<String> password, boolean isOtherStock) {
        boolean isNew = isOtherStock || setup().isEmpty();
        boolean isNewAddress = !setup().map(Setup::address).equals(Optional.of(setup.address()));
        boolean isChanged = isNew || password.isPresent() || !setup().equals(Optional.of(setup));
        preferences.changeTogether(() -> {
            if (isNew) {
                preferences.put(Setting.SHARED_STOCK_NEW, "on");
            }
            // The password is bound to the text, and an earlier version wrote the same address in another way.
            if (isNewAddress) {
                preferences.put(Setting.SHARED_STOCK_ADDRESS, setup.address().text());
            }
            preferences.put(Setting.DESK_NAME, setup.deskName());
        });
        // Stored after the address, because the password belongs to it.
        if (password.isPresent()) {
            var unused = vault.put(Setting.SHARED_STOCK_SECRET, password.get());
        } else if (isNewAddress) {
            vault.remove(Setting.SHARED_STOCK_SECRET.key());
        }
        if (isChanged) {
            listener.run();
        }
    }

    /** Shares no stock any more. The cars stay here and there. */
    public void leave() {
        preferences.put(Setting.SHARED_STOCK_ADDRESS, "");
        vault.remove(Setting.SHARED_STOCK_SECRET.key());
        listener.run();
    }

    /**
     * Leaves the earlier stock if the user has joined one since, perhaps the same. To be called before each start of a
     * sync. A program that was killed meanwhile repeats it at its next start.
     *
     * @param leave notes in the journal that the desk has left its stock; blocks on the disk
     */
    public void leaveEarlierStock(Runnable leave) {
        if (isOtherStock()) {
            leave.run();
            preferences.put(Setting.SHARED_STOCK_NEW, "off");
        }
    }
}
