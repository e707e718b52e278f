package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toSet;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.model.store.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.PaneTest;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.photos.CarThumbnails;
import app.forecourt.ui.photos.LocalPhotoReader;
import app.forecourt.ui.photos.PhotoPreviews;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

/** Stock list by keyboard, with its search, its filters and its menu. */
class StockPaneTest extends PaneTest {
    private StockPane pane;
    private WindowMenu menu;
    private final List<Profile> dashboards = new ArrayList<>();

    /** Shows the pane and runs the steps of a test on the FX thread. */
    private void inPane(Runnable steps) {
        show(1_000, 700, this::panes);
        onFxThread(() -> {
            startModel();
            steps.run();
        });
    }

    private HBox panes() {
        menu = new WindowMenu(appModel, messages, createExchange(appModel, background()), menuActions());
        pane = new StockPane(cars(), messages, menu, thumbnails(), () -> {}, () -> {});
        pane.addSearch();
        pane.filters().addStatus();
        pane.filters().addOrder();
        pane.filters().addOthers();
        pane.addList();
        return new HBox(pane);
    }

    /** Returns the actions of the menu. Every action but opening a dashboard fails the test. */
    private WindowMenu.Actions menuActions() {
        return (WindowMenu.Actions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WindowMenu.Actions.class}, (_, action, arguments) -> {
                    assertEquals("openDashboard", action.getName());
                    return dashboards.add((Profile) arguments[0]);
                });
    }

    /** Returns thumbnails of cars without photos. */
    private CarThumbnails thumbnails() {
        var previews = new PhotoPreviews(
                appModel.profile(),
                cars().current().car(),
                preferences,
                appModel.profileModel()::photoFetch,
                new LocalPhotoReader(_ -> Optional.empty(), _ -> Path.of("")),
                background());
        return new CarThumbnails(previews, (_, found) -> found.accept(Optional.empty()), background());
    }

    private ListView<?> list() {
        return node("stock", ListView.class);
    }

    private void typeCar(String plate, String brand, String model) {
        type(LICENSE_PLATE, plate);
        type(BRAND, brand);
        type(MODEL, model);
    }

    /** Returns the cells of cars from top to bottom. */
    private List<ListCell<?>> cells() {
        // The list grows with each layout, and there are no frames while the test waits.
        list().getParent().requestLayout();
        layOut();
        return list().lookupAll(".list-cell.car").stream()
                .filter(cell -> cell.isVisible() && !((ListCell<?>) cell).isEmpty())
                .sorted(Comparator.comparing(Node::getLayoutY))
                .<ListCell<?>>map(ListCell.class::cast)
                .toList();
    }

    private static Label title(ListCell<?> cell) {
        return (Label) cell.lookup(".stock-title");
    }

    private List<String> listed() {
        return cells().stream().map(cell -> title(cell).getText()).toList();
    }

    private void untilListed(String... cars) {
        window.until("the list to be " + List.of(cars), () -> listed().equals(List.of(cars)));
    }

    private void untilOpen(String plate) {
        window.until(plate, () -> text(LICENSE_PLATE).equals(plate));
    }

    @Test
    void rowsHaveOneHeight() {
        inPane(() -> {
            selectProfile(STAGING);
            typeCar();
            type(MILEAGE, "64300");
            sendAndAwait();
            untilListed("Opel Corsa");
            double height = cells().getFirst().getHeight();
            correct();
            window.until("the correction", () -> status() == DRAFT);
            newCar();
            typeCar("", "volvo", "v60");
            untilListed("Volvo V60", "Opel Corsa");
            assertEquals(
                    List.of(height, height),
                    cells().stream().map(ListCell::getHeight).toList());
        });
    }

    /** JavaFX would style all nodes of a line again if the line left its cell at each search. */
    @ProofTest
    void emptyRowsKeepTheirLine() {
        inPane(() -> {
            typeCar("R-759-BK", "opel", "corsa");
            untilListed("Opel Corsa");
            Node line =
                    Objects.requireNonNull(title(cells().getFirst()).getParent().getParent());
            ListCell<?> cell = (ListCell<?>) line.getParent();
            stock().filter().text().set("no such car");
            untilListed();
            assertEquals(cell, line.getParent());
            assertFalse(line.isVisible());
            stock().filter().text().set("");
            untilListed("Opel Corsa");
            assertTrue(title(cells().getFirst()).getParent().getParent().isVisible());
        });
    }

    @Test
    void carsAreFoundDeletedAndRestoredByKeyboard() {
        inPane(() -> {
            typeCar("R-759-BK", "opel", "corsa");
            newCar();
            typeCar("XF-100-F", "volvo", "v60");
            pane.focusSearch();
            assertFocused("stockSearch");
            setFocusedText("759bk");
            untilListed("Opel Corsa");
            press(DOWN);
            untilOpen("R-759-BK");
            assertFocused("stock");
            assertEmpty(visibleProblems(), "nothing is said of the car that was there before");

            press(DELETE);
            untilListed();
            assertEquals("", text(LICENSE_PLATE), "the form is free");
            press(SHORTCUT, Z);
            untilListed("Opel Corsa");
            pane.focusSearch();
            press(ESCAPE);
            untilListed("Volvo V60", "Opel Corsa");

            // In the list Down moves between cars and skips the heading.
            press(ENTER);
            untilOpen("XF-100-F");
            press(DELETE);
            untilListed("Opel Corsa");
            focus("stockFilter");
            while (stock().filter().filter().get() != StockFilterModel.Filter.DELETED) {
                press(DOWN);
            }
            untilListed("Volvo V60");
        });
    }

    @Test
    void daysOfStandingCarsAreTyped() {
        inPane(() -> {
            StockFilterModel filter = stock().filter();
            assertHidden("stockDays");
            filter.filter().set(StockFilterModel.Filter.STANDING);
            focus("stockDays");
            setFocusedText("45");
            assertEquals(45, filter.days().get());
            assertHidden("stockDaysProblem");
            setFocusedText("4 weeks");
            assertVisible("stockDaysProblem");
            assertLabel("stockDaysProblem", "A number from 1 to 9,999");
            assertEquals(45, filter.days().get(), "the last number stays");
        });
    }

    private String arrow(Labeled button) {
        return onFxThread(() -> ((SVGPath) button.getGraphic()).getContent());
    }

    @Test
    void orderShowsItsDirection() {
        inPane(() -> {});
        MenuButton button = node("stockOrder", MenuButton.class);
        String descending = arrow(button);
        onFxThread(() -> stock().filter().order().set(StockOrder.PRICE));
        assertNotEquals(descending, arrow(button));
        assertEquals("Lowest price first", onFxThread(button::getAccessibleText));
        onFxThread(() -> stock().filter().order().set(StockOrder.STANDING));
        assertEquals(descending, arrow(button));
    }

    @Test
    void skeletonStandsUntilCarsAreRead() {
        show(1_000, 700, this::panes);
        assertFalse(onFxThread(() -> new StockSkeleton(messages).isVisible()), "no flash");
        until("the moment", () -> list().getPlaceholder().isVisible());
        assertEquals(
                "Loading your cars…", onFxThread(() -> list().getPlaceholder().getAccessibleText()));
        onFxThread(this::startModel);
        until("the cars", () -> {
            window.runQueued();
            return stock().complete().get();
        });
        assertEquals("Your cars appear here", onFxThread(() -> ((Label) list().getPlaceholder()).getText()));
    }

    @Test
    void skeletonNeedsNoRoomInLowWindow() {
        show(300, 400, this::panes);
        layOut();
        double least = onFxThread(() -> list().minHeight(-1));
        assertTrue(least < 150, () -> "the list is at least " + least + " px high");
    }

    @Test
    void spaceOpensTheFilterWithItsCounts() {
        inPane(() -> {
            type(BRAND, "opel");
            untilListed("Opel");
        });
        push("stockFilter");
        ComboBox<?> filter = node("stockFilter", ComboBox.class);
        assertTrue(onFxThread(filter::isShowing));
        layOut();
        assertEquals(
                "In stock (1)",
                onFxThread(() -> ((ComboBoxListViewSkin<?>) filter.getSkin())
                        .getPopupContent().lookupAll(".list-cell").stream()
                                .map(cell -> ((ListCell<?>) cell).getText())
                                .findFirst()
                                .orElse("")));
    }

    @Test
    void arrowsSwitchCarsAndKeepFocusInList() {
        inPane(() -> {
            type(BRAND, "opel");
            newCar();
            type(BRAND, "fiat");
            untilListed("Fiat", "Opel");
            focus("stock");
            press(DOWN);
            window.until("the one before", () -> text(BRAND).equals("opel"));
            assertFocused("stock");
            press(UP);
            press(UP);
            window.until("the one after", () -> text(BRAND).equals("fiat"));
            write("op");
            assertFocused("stockSearch");
            assertText("stockSearch", "op");
            untilListed("Opel");
        });
    }

    @Test
    void copiedCarBecomesDraft() throws Exception {
        String json = WindowTest.resource(getClass(), "/example-car.json");
        inPane(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, json));
            node("menu", MenuButton.class).show();
            Menu files = (Menu) item(node("menu", MenuButton.class).getItems(), "menu-files");
            item(files.getItems(), "menu-paste").fire();
            window.until("the car", () -> text(BRAND).equalsIgnoreCase("bmw"));
            untilListed("BMW X6 2.3 TDCI Diesel");
            untilAutosave(Autosave.State.Saved.class);
            assertEquals(DRAFT, status());
            assertEquals(0, newPosts());
        });
    }

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** A click on a row loads its car, perhaps a moment after the menu has opened. */
    @Test
    void menuOfRowBelongsToItsCar() {
        inPane(() -> {
            selectProfile(STAGING);
            typeCar();
            sendAndAwait();
            newCar();
            typeCar("", "volvo", "v60");
            untilListed("Volvo V60", "Opel Corsa");
            ContextMenu sent = openMenu("Opel Corsa", Set.of("menu-describe"));
            window.until(
                    "what can be done with it",
                    () -> enabled(sent).containsAll(Set.of("menu-correct", "menu-sendings")));
            assertFalse(enabled(sent).contains("menu-describe"));
            assertEquals("opel corsa", text(BRAND) + " " + text(MODEL));
            MenuItem name = sent.getItems().getFirst();
            assertEquals("Opel Corsa", name.getText());
            assertTrue(name.isDisable());
            sent.hide();
            ContextMenu draft = openMenu("Volvo V60", Set.of("menu-correct", "menu-sendings"));
            window.until("what can be done with it", () -> enabled(draft).contains("menu-describe"));
            assertFalse(
                    enabled(draft).contains("menu-correct") || enabled(draft).contains("menu-sendings"));
            draft.hide();
        });
    }

    private void sendAndAwait() {
        sendWorkflow.send();
        window.until("the answer", () -> status() == SENT && submissions().size() == 1);
    }

    private StaleAdvert firstStaleAdvert() {
        return stock().staleAdverts().get().getFirst();
    }

    private void assertNotDeleted() {
        assertHidden("undo", "the car is not deleted");
    }

    private void sellCar() {
        selectProfile(STAGING);
        typeCar();
        sendAndAwait();
        cars().mark(carId(), SOLD);
    }

    private List<MenuItem> adverts() {
        return item(menu.items(), "menu-adverts") instanceof Menu adverts ? adverts.getItems() : List.of();
    }

    @Test
    void menuTicksAdvertsAndFindsThem() {
        inPane(() -> {
            typeCar();
            assertFalse(item(menu.items(), "menu-adverts").isVisible());
            newCar();
            sellCar();
            assertEquals(2, adverts().size());
            String number = firstStaleAdvert().submission().number().orElseThrow();
            adverts().getLast().fire();
            assertEquals(List.of(STAGING), dashboards);
            assertEquals(number, ClipboardText.text());
            adverts().getFirst().fire();
            assertTrue(firstStaleAdvert().isTakenOff());
            assertTrue(((CheckMenuItem) adverts().getFirst()).isSelected());
            assertEquals(1, adverts().size(), "nothing is left to look for");
            adverts().getFirst().fire();
            assertFalse(firstStaleAdvert().isTakenOff());
        });
    }

    @Test
    void spaceConfirmsThatAdvertsAreTakenOff() {
        inPane(() -> {
            sellCar();
            newCar();
            UUID sold = firstStaleAdvert().car().id();
            pane.showTakeOff();
            untilListed("Opel Corsa");
            window.until("the sold car", () -> carId().equals(sold));
            assertFocused("stock");
            assertVisible("takeOffTick");
            press(SPACE);
            assertTrue(firstStaleAdvert().isTakenOff());
            untilListed();
            assertLabel("undoSaid", "Opel Corsa: adverts taken off");
            press(SPACE);
            press(SHORTCUT, Z);
            assertFalse(firstStaleAdvert().isTakenOff());
            untilListed("Opel Corsa");
        });
    }

    @Test
    void spaceConfirmsNothingInOtherLists() {
        inPane(() -> {
            sellCar();
            stock().filter().filter().set(StockFilterModel.Filter.SOLD);
            untilListed("Opel Corsa");
            assertHidden("takeOffTick");
            focus("stock");
            press(SPACE);
            assertFalse(firstStaleAdvert().isTakenOff());
        });
    }

    @ProofTest
    void menuIsNoWiderForALongName() {
        inPane(() -> {
            typeCar("83-XPG-7", "volkswagen", "Transporter Kombi");
            type(VERSION, "2.0 TDI L2H1 Comfortline Edition DSG 4Motion 199pk");
            window.until(
                    "the version",
                    () -> listed().size() == 1
                            && listed().getFirst().startsWith("Volkswagen Transporter Kombi 2.0 TDI"));
            ContextMenu shown = openMenu(listed().getFirst(), Set.of());
            assertEquals(
                    "Volkswagen Transporter Kombi 2.0… · 83-XPG-7",
                    shown.getItems().getFirst().getText());
            shown.hide();
        });
    }

    /**
     * Opens the menu of a car as a right click does.
     *
     * @param foreign items of the car that the form has shown so far
     */
    private ContextMenu openMenu(String car, Set<String> foreign) {
        ListCell<?> cell = cells().stream()
                .filter(any -> title(any).getText().equals(car))
                .findFirst()
                .orElseThrow();
        list().getSelectionModel().select(cell.getIndex());
        Event.fireEvent(
                cell, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 200, false, null));
        assertTrue(cell.getContextMenu().isShowing());
        assertTrue(
                Collections.disjoint(foreign, enabled(cell.getContextMenu())),
                "nothing of the car that the form showed before");
        return cell.getContextMenu();
    }

    private static Set<String> enabled(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(item -> item.getId() != null && !item.isDisable())
                .map(MenuItem::getId)
                .collect(toSet());
    }

    @Test
    void keysGoOnWhereTheDeletedCarWas() {
        inPane(() -> {
            for (String plate : List.of("R-759-BK", "XF-100-F", "83-XPG-7", "12-ABC-3")) {
                newCar();
                typeCar(plate, "opel", "corsa");
            }
            untilListed("Opel Corsa", "Opel Corsa", "Opel Corsa", "Opel Corsa");
            focus("stock");
            press(DOWN);
            untilOpen("83-XPG-7");
            press(DELETE);
            untilListed("Opel Corsa", "Opel Corsa", "Opel Corsa");
            press(DELETE);
            untilListed("Opel Corsa", "Opel Corsa", "Opel Corsa");
            press(DOWN);
            untilOpen("XF-100-F");
            press(DELETE);
            untilListed("Opel Corsa", "Opel Corsa");
            press(UP);
            untilOpen("12-ABC-3");
        });
    }

    @ProofTest
    void openMenuKeepsKeysFromList() {
        inPane(() -> {
            typeCar("83-XPG-7", "volvo", "v60");
            untilListed("Volvo V60");
            focus("stock");
            ContextMenu context = openMenu("Volvo V60", Set.of());
            press(DELETE);
            assertNotDeleted();
            assertTrue(context.isShowing());
            press(ESCAPE);
            assertFalse(context.isShowing());

            MenuButton more = node("menu", MenuButton.class);
            more.show();
            press(DELETE);
            assertNotDeleted();
            Menu files = (Menu) item(more.getItems(), "menu-files");
            focusItem(more, files);
            press(RIGHT);
            assertTrue(files.isShowing());
            press(DELETE);
            assertNotDeleted();
            press(LEFT);
            assertFalse(files.isShowing());
            assertTrue(more.isShowing());
            press(ESCAPE);
            assertFalse(more.isShowing());
            press(DELETE);
            assertVisible("undo");
        });
    }

    private void focusItem(MenuButton menu, MenuItem item) {
        Scene scene = menu.getItems().getFirst().getParentPopup().getScene();
        for (int i = 0; i < menu.getItems().size() && scene.getFocusOwner() != item.getStyleableNode(); i++) {
            press(DOWN);
        }
    }
}
