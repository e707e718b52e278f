package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.ModalMenuKeys;
import app.forecourt.ui.keys.DisplayOnlyAccelerator;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.transfer.ExportRestoreActions;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;

/** Menu of the window: actions on the car in the form and on the whole stock, settings and help. */
public final class WindowMenu {
    /** Characters of a car's name in the context menu, which would be wider than its other items. */
    private static final int LONGEST_NAME = 32;

    private final AppModel model;
    private final Messages messages;
    private final ExportRestoreActions importExport;
    private final Actions actions;

    /** Actions that the window provides for the menu. */
    public interface Actions {
        /** Runs the action of an accelerator. */
        void run(WindowShortcut shortcut);

        void startCorrection();

        void writeSupportFile();

        /** Shows the history of the car in the form. */
        void showHistory();

        /** Shows the adverts to take off AutoChat. */
        void showTakeOff();

        /** Opens a profile's dashboard in the browser. */
        void openDashboard(Profile profile);
    }

    public WindowMenu(AppModel model, Messages messages, ExportRestoreActions importExport, Actions actions) {
        this.model = model;
        this.messages = messages;
        this.importExport = importExport;
        this.actions = actions;
    }

    /**
     * Creates the items of the whole menu for the current state. An item that has no effect now is disabled, or
     * invisible if it is about another kind of car. Its user data is the reason, for the command palette.
     */
    public List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("new", WindowShortcut.NEW_CAR));
        items.add(item("fromtemplate", WindowShortcut.FROM_TEMPLATE));
        items.addAll(carItems());
        items.add(new SeparatorMenuItem());
        items.add(disableIf(
                item("takeoff", actions::showTakeOff),
                model.cars().stock().staleAdverts().get().isEmpty(),
                "menu.why.takeoff"));
        items.add(files());
        items.add(item("settings", WindowShortcut.SETTINGS));
        items.add(item("palette", WindowShortcut.PALETTE));
        items.add(item("keys", WindowShortcut.KEYS));
        return items;
    }

    /**
     * Creates the submenu of rarely used actions. It is a submenu, because the whole menu would be higher than a small
     * screen.
     */
    private Menu files() {
        Menu files = new Menu(messages.get("menu.files"));
        files.setId("menu-files");
        files.getItems()
                .addAll(
                        item("import", importExport.importer()::importFile),
                        item("paste", importExport.importer()::importClipboard),
                        disableIf(
                                item("export", importExport::exportList),
                                model.cars().stock().visibleCars().isEmpty(),
                                "menu.why.list"),
                        disableIf(
                                item("exportcar", importExport::exportCar),
                                importExport.lastSent().isEmpty(),
                                "menu.why.unsent"),
                        new SeparatorMenuItem(),
                        item("restore", importExport::restore),
                        new SeparatorMenuItem(),
                        item("support", actions::writeSupportFile));
        return files;
    }

    /** Creates the items for the car in the form, which is also the selected car of the list. */
    List<MenuItem> carItems() {
        CarsModel cars = model.cars();
        StockMark mark = cars.current().car().get().mark();
        SendingStatus status = cars.current().status().get();
        boolean isStored = cars.stock().row(cars.current().car().get().id()).isPresent();
        List<MenuItem> items = new ArrayList<>();
        items.add(disableIf(item("duplicate", WindowShortcut.DUPLICATE), !isStored, "menu.why.empty"));
        items.add(disableIf(item("savetemplate", WindowShortcut.SAVE_TEMPLATE), !isStored, "menu.why.empty"));
        items.add(
                disableIf(item("describe", WindowShortcut.DESCRIBE), status != SendingStatus.DRAFT, "menu.why.draft"));
        items.add(item("preview", WindowShortcut.PREVIEW));
        items.add(showIf(item("correct", actions::startCorrection), status == SendingStatus.SENT, "menu.why.sent"));
        items.add(showIf(
                item("publish", WindowShortcut.PUBLISH), model.publishWorkflow().canPublish(), "menu.why.publish"));
        items.add(disableIf(
                item("sendings", WindowShortcut.SENDINGS),
                cars.current().car().get().submissions().isEmpty(),
                "menu.why.unsent"));
        items.add(disableIf(item("history", actions::showHistory), !isStored, "menu.why.empty"));
        boolean isWaiting = status == SendingStatus.WAITING;
        items.add(showIf(item("hurry", model.sendWorkflow()::retryNow), isWaiting, "menu.why.waiting"));
        items.add(showIf(item("stop", model.sendWorkflow()::stop), isWaiting, "menu.why.waiting"));
        items.add(adverts());
        items.add(new SeparatorMenuItem());
        for (StockMark newMark : List.of(StockMark.SOLD, StockMark.WITHDRAWN, StockMark.ARCHIVED)) {
            MenuItem item = item(Messages.key(newMark), () -> mark(newMark));
            items.add(showIf(disableIf(item, !isStored, "menu.why.empty"), mark != newMark, "menu.why.marked"));
        }
        items.add(showIf(item("unmark", () -> mark(StockMark.NONE)), mark != StockMark.NONE, "menu.why.unmarked"));
        MenuItem delete = item("delete", this::deleteCurrentCar);
        items.add(disableIf(delete, !canDelete(), "menu.why.draft"));
        return items;
    }

    /**
     * Creates the menu of the car's adverts that are out of date, with a tick at those that were taken off. What is
     * left can be looked for in the dashboard, by its number or plate.
     */
    private Menu adverts() {
        CarsModel cars = model.cars();
        UUID car = cars.current().car().get().id();
        Menu menu = new Menu(messages.get("menu.adverts"));
        menu.setId("menu-adverts");
        for (StaleAdvert advert :
                cars.stock().row(car).map(StockRow::staleAdverts).orElse(List.of())) {
            CheckMenuItem tick = new CheckMenuItem(details(advert));
            tick.setId("advert-" + advert.submission().id());
            tick.setSelected(advert.isTakenOff());
            tick.setOnAction(
                    _ -> cars.actions().setTakenOff(car, advert.submission().id(), !advert.isTakenOff()));
            menu.getItems().add(tick);
            String sought = advert.submission()
                    .number()
                    .orElse(advert.submission().texts().getOrDefault(CarField.LICENSE_PLATE, ""));
            if (!advert.isTakenOff() && advert.profile() != Profile.PRACTICE) {
                MenuItem find = item("find_advert", () -> {
                    ClipboardText.text(sought);
                    actions.openDashboard(advert.profile());
                });
                find.setId("find-" + tick.getId());
                find.setText(messages.get("menu.find_advert", sought));
                menu.getItems().add(find);
            }
        }
        menu.setVisible(!menu.getItems().isEmpty());
        return menu;
    }

    private String details(StaleAdvert advert) {
        String reason = messages.get("takeoff." + Messages.key(advert.reason()));
        return Stream.of(
                        messages.get("takeoff.done"),
                        messages.name(advert.profile()),
                        advert.since()
                                .map(time -> reason + " " + messages.moment(time))
                                .orElse(reason),
                        advert.submission()
                                .number()
                                .map(number ->
                                        messages.get("takeoff.number", TextSanitizer.excerpt(number, LONGEST_NAME)))
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(StockDetailsFormatter.SEPARATOR));
    }

    /**
     * Creates the context menu of the cars in the list. A click on the car loads it into the form after a delay. The
     * items stay disabled until then, because they would act on the previous car.
     *
     * @param clicked supplier of the car at which the menu appears
     */
    ContextMenu contextMenu(Supplier<Optional<UUID>> clicked) {
        CurrentCar form = model.cars().current();
        ContextMenu menu = new ContextMenu();
        ModalMenuKeys.install(menu);
        menu.setOnShowing(_ -> {
            Optional<UUID> car = clicked.get();
            Runnable fill = () -> {
                boolean isLoaded = car.filter(form.car().get().id()::equals).isPresent();
                menu.getItems()
                        .setAll(carItems().stream()
                                .peek(item -> item.setDisable(!isLoaded || item.isDisable()))
                                .toList());
                car.flatMap(model.cars().stock()::row)
                        .ifPresent(row -> menu.getItems().addAll(0, List.of(carName(row), new SeparatorMenuItem())));
            };
            Subscription filling =
                    form.car().subscribe(_ -> fill.run()).and(form.status().subscribe((_, _) -> fill.run()));
            menu.setOnHidden(_ -> filling.unsubscribe());
        });
        // The menu needs at least one item, because JavaFX does not open an empty menu.
        menu.getItems().add(new MenuItem());
        return menu;
    }

    /** Creates the line that names the car of the context menu, because the click may have hit a neighbouring row. */
    private MenuItem carName(StockRow row) {
        String name = model.cars().names().nameWithVersion(row::text);
        Stream<String> plate = Stream.of(LicensePlate.readable(row.text(CarField.LICENSE_PLATE)));
        MenuItem item = new MenuItem(Stream.concat(
                        Stream.of(
                                name.isEmpty()
                                        ? messages.get("stock.untitled")
                                        : TextSanitizer.excerpt(name, LONGEST_NAME)),
                        plate)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(StockDetailsFormatter.SEPARATOR)));
        item.setId("menu-name");
        item.getStyleClass().add("menu-name");
        item.setMnemonicParsing(false);
        item.setDisable(true);
        return item;
    }

    void deleteCurrentCar() {
        if (canDelete()) {
            mark(StockMark.DELETED);
        }
    }

    private boolean canDelete() {
        CarsModel cars = model.cars();
        return cars.stock()
                .row(cars.current().car().get().id())
                .filter(cars.stock()::canDelete)
                .isPresent();
    }

    private void mark(StockMark mark) {
        model.cars().mark(model.cars().current().car().get().id(), mark);
    }

    private MenuItem item(String key, WindowShortcut shortcut) {
        MenuItem item = item(key, () -> actions.run(shortcut));
        item.setAccelerator(new DisplayOnlyAccelerator(shortcut.shortKeyText(messages)));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.get("menu." + key));
        item.setId("menu-" + key);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem disableIf(MenuItem item, boolean disabled, String reasonKey) {
        if (disabled) {
            item.setDisable(true);
            item.setUserData(messages.get(reasonKey));
        }
        return item;
    }

    private MenuItem showIf(MenuItem item, boolean shown, String reasonKey) {
        item.setVisible(shown);
        return disableIf(item, !shown, reasonKey);
    }
}
