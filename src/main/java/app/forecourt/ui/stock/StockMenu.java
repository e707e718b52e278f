package app.forecourt.ui.stock;

import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.model.stock.StockModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.ui.fx.AcceleratorText;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;

/** What can be done with the car in the form, and with all of them. */
public final class StockMenu {
    private final AppModel desk;
    private final Messages words;
    private final ImportExportActions exchange;
    private final Actions actions;

    /** What the menu asks of the window. */
    public interface Actions {
        void newCar();

        void duplicate();

        void fromTemplate();

        void saveTemplate();

        void correct();

        void sendings();

        void publish();

        void describe();

        void preview();

        void openSettings();

        void writeSupportFile();

        void showKeys();
    }

    public StockMenu(AppModel desk, Messages words, ImportExportActions exchange, Actions actions) {
        this.desk = desk;
        this.words = words;
        this.exchange = exchange;
        this.actions = actions;
    }

    /** The whole menu, for the moment. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("new", WindowShortcut.NEW_CAR, actions::newCar));
        items.add(item("fromtemplate", WindowShortcut.FROM_TEMPLATE, actions::fromTemplate));
        items.addAll(carItems());
        items.add(new SeparatorMenuItem());
        items.add(files());
        items.add(item("settings", WindowShortcut.SETTINGS, actions::openSettings));
        items.add(item("keys", WindowShortcut.KEYS, actions::showKeys));
        return items;
    }

    /** What is needed now and then, in a menu of its own: all of it would be higher than a small screen. */
    private Menu files() {
        Menu files = new Menu(words.get("menu.files"));
        files.setId("menu-files");
        files.getItems().addAll(item("import", exchange.arrivals()::openFile),
                item("paste", exchange.arrivals()::paste),
                off(item("export", exchange::writeList), desk.cars().stock().shown().isEmpty()),
                off(item("exportcar", exchange::writeCar), exchange.lastSent().isEmpty()),
                new SeparatorMenuItem(), item("restore", exchange::restore), item("pack", exchange::pack),
                item("unpack", exchange::unpack), new SeparatorMenuItem(),
                item("support", actions::writeSupportFile));
        return files;
    }

    /** What can be done with the car in the form, which is the one chosen in the list. */
    List<MenuItem> carItems() {
        CarsModel cars = desk.cars();
        StockMark mark = cars.current().car().get().mark();
        ListingStatus standing = cars.current().status().get();
        boolean kept = cars.stock().row(cars.current().car().get().id()).isPresent();
        List<MenuItem> items = new ArrayList<>();
        items.add(off(item("duplicate", WindowShortcut.DUPLICATE, actions::duplicate), !kept));
        items.add(off(item("savetemplate", WindowShortcut.SAVE_TEMPLATE, actions::saveTemplate), !kept));
        items.add(off(item("describe", WindowShortcut.DESCRIBE, actions::describe),
                standing != ListingStatus.DRAFT));
        items.add(item("preview", WindowShortcut.PREVIEW, actions::preview));
        if (standing == ListingStatus.SENT) {
            items.add(item("correct", actions::correct));
        }
        if (desk.publishing().isOver()) {
            items.add(item("publish", WindowShortcut.PUBLISH, actions::publish));
        }
        items.add(
                off(item("sendings", WindowShortcut.SENDINGS, actions::sendings),
                        cars.current().car().get().attempts().isEmpty()));
        if (standing == ListingStatus.WAITING) {
            items.add(item("hurry", desk.sending()::retryNow));
            items.add(item("stop", desk.sending()::stop));
        }
        items.add(new SeparatorMenuItem());
        for (StockMark other : List.of(StockMark.SOLD, StockMark.WITHDRAWN, StockMark.ARCHIVED)) {
            if (mark != other) {
                items.add(off(item(Messages.key(other), () -> mark(other)), !kept));
            }
        }
        if (mark != StockMark.NONE) {
            items.add(item("unmark", () -> mark(StockMark.NONE)));
        }
        MenuItem delete = item("delete", this::delete);
        items.add(off(delete, !canDelete()));
        return items;
    }

    /**
     * The same for a line of the list. A click on the line brings its car into the form, but not at once: until it is
     * there, what could be done would be done with the car before.
     */
    ContextMenu of(Supplier<UUID> line) {
        CurrentCar form = desk.cars().current();
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> {
            UUID car = line.get();
            Runnable fill = () -> {
                boolean there = form.car().get().id().equals(car);
                menu.getItems().setAll(carItems().stream().map(item -> off(item, !there || item.isDisable()))
                        .toList());
            };
            Subscription filling = form.car().subscribe(any -> fill.run())
                    .and(form.status().subscribe((before, now) -> fill.run()));
            menu.setOnHidden(hidden -> filling.unsubscribe());
        });
        // Something has to be there, or it would not open.
        menu.getItems().add(new MenuItem());
        return menu;
    }

    void delete() {
        if (canDelete()) {
            mark(StockMark.DELETED);
        }
    }

    private boolean canDelete() {
        CarsModel cars = desk.cars();
        return cars.stock().row(cars.current().car().get().id())
                .filter(StockModel::canDelete).isPresent();
    }

    private void mark(StockMark mark) {
        desk.cars().mark(desk.cars().current().car().get().id(), mark);
    }

    private MenuItem item(String key, WindowShortcut shortcut, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(new AcceleratorText(shortcut.brief(words)));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.get("menu." + key));
        item.setId("menu-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem off(MenuItem item, boolean off) {
        item.setDisable(off);
        return item;
    }
}
