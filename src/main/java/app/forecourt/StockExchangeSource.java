package app.forecourt;

import app.forecourt.advert.BlockRepository;
import app.forecourt.journal.Journal;
import app.forecourt.model.sharing.ExchangeSource;
import app.forecourt.sharing.BlockSource;
import app.forecourt.sharing.SharedStockSettings;
import app.forecourt.sharing.SharingEngine;
import app.forecourt.sharing.server.SharedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Creates exchanges with the shared stock of the settings.
 *
 * @param file the file with the copies of the shared items
 */
record StockExchangeSource(SharedStockSettings settings, Path file, Journal journal, BlockRepository blocks,
        Clock clock) implements ExchangeSource {
    @Override
    public boolean isShared() {
        return settings.setup().isPresent();
    }

    @Override
    public boolean isSameStock() {
        return isShared() && !settings.isOtherStock();
    }

    @Override
    public boolean isUnusable() {
        return settings.isUnusable();
    }

    @Override
    public SharingEngine create(SharingEngine.Listener listener, Consumer<SharedServer.Desk> onConnect) {
        SharedStockSettings.Setup setup = settings.setup().orElseThrow();
        SharingEngine.Connector connector = settings.connector(setup);
        return new SharingEngine(file, journal, new BlockSource(blocks), setup.deskName(), (desk, stock) -> {
            onConnect.accept(desk);
            return connector.connect(desk, stock);
        }, clock, listener);
    }

    @Override
    public void prepare() throws SQLException, IOException {
        settings.forgetEarlierStock(file);
    }
}
