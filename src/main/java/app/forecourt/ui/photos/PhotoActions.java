package app.forecourt.ui.photos;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotoLines;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.ModalMenuKeys;
import app.forecourt.ui.keys.DisplayOnlyAccelerator;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The actions of the photo grid: by keys, by clicks and in its context menu. */
final class PhotoActions {
    private final PhotosPane pane;
    private final PhotoGrid grid;
    private final PhotoAddressField entry;
    private final PhotoList photos;
    private final FormPhotoLines files;
    private final Messages messages;

    /**
     * An action of the menu.
     *
     * @param name key of its text
     * @param keys key combination
     * @param keyText key combination in the language of the window; empty to show none
     */
    private record Action(String name, String keys, String keyText, boolean isEnabled, Runnable run) {
        boolean matches(KeyEvent key) {
            return KeyCombination.keyCombination(keys).match(key);
        }

        MenuItem item(Messages messages) {
            var item = new MenuItem(messages.get(name));
            item.setAccelerator(keyText.isEmpty() ? null : new DisplayOnlyAccelerator(keyText));
            item.setId(name.replace('.', '-'));
            item.setDisable(!isEnabled);
            item.setOnAction(_ -> run.run());
            return item;
        }
    }

    PhotoActions(
            PhotosPane pane,
            PhotoGrid grid,
            PhotoAddressField entry,
            PhotoList photos,
            FormPhotoLines files,
            Messages messages) {
        this.pane = pane;
        this.grid = grid;
        this.entry = entry;
        this.photos = photos;
        this.files = files;
        this.messages = messages;
    }

    /** Handles the keys and clicks. */
    void install() {
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        grid.setOnMousePressed(this::onMousePressed);
        grid.setOnMouseClicked(this::onMouseClicked);
        grid.setOnContextMenuRequested(this::showMenu);
        grid.focusedProperty().subscribe(focused -> {
            if (focused && grid.selected().get() < 0) {
                select(0);
            } else if (focused) {
                pane.reveal(grid.selected().get());
            }
        });
        entry.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !photos.addresses().isEmpty()) {
                grid.requestFocus();
                key.consume();
            }
        });
        entry.editableProperty().subscribe(editable -> {
            if (!editable && entry.isFocused()) {
                // The hidden field would pass the focus to the search of the options.
                grid.requestFocus();
            }
        });
    }

    /** Returns the actions as they are possible now. */
    private List<Action> actions() {
        boolean canChange = !pane.isLocked();
        boolean canMoveForward = canChange && grid.first() > 0;
        boolean canMoveBack =
                canChange && grid.first() + grid.selectedCount() < grid.cells().count();
        return List.of(
                new Action("photo.menu.show", "Enter", messages.get("key.enter"), true, this::open),
                new Action(
                        "photo.menu.main",
                        "Alt+Home",
                        messages.get("photo.menu.main.key"),
                        canMoveForward,
                        () -> move(KeyCode.HOME)),
                new Action("photo.menu.forward", "Alt+Left", "Alt ←", canMoveForward, () -> move(KeyCode.LEFT)),
                new Action("photo.menu.back", "Alt+Right", "Alt →", canMoveBack, () -> move(KeyCode.RIGHT)),
                new Action("photo.remove", "Delete", "", canChange, this::remove),
                withLetter("text.undo", "Z", canChange, this::undo),
                withLetter("text.copy", "C", true, this::copy),
                withLetter("text.paste", "V", canChange, () -> add(Clipboard.getSystemClipboard())),
                withLetter(
                        "text.all",
                        "A",
                        true,
                        () -> grid.select(0, photos.addresses().size() - 1)));
    }

    private Action withLetter(String name, String letter, boolean isEnabled, Runnable run) {
        return new Action(name, "Shortcut+" + letter, messages.get("key.ctrl") + " " + letter, isEnabled, run);
    }

    private void showMenu(ContextMenuEvent request) {
        var menu = new ContextMenu(
                actions().stream().map(action -> action.item(messages)).toArray(MenuItem[]::new));
        ModalMenuKeys.install(menu);
        menu.show(grid, request.getScreenX(), request.getScreenY());
        request.consume();
    }

    private void onMousePressed(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (at >= 0) {
            if (mouse.isShiftDown()) {
                grid.extendTo(at);
            } else if (!grid.isSelected(at)) {
                grid.select(at, at);
            }
            grid.requestFocus();
            mouse.consume();
        }
    }

    private void onMouseClicked(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (mouse.getButton() != MouseButton.PRIMARY || mouse.isShiftDown()) {
            return;
        }
        if (mouse.getClickCount() == 2) {
            open();
        } else if (at >= 0 && mouse.isStillSincePress()) {
            // Only now, because a press may begin to drag all selected photos.
            grid.select(at, at);
        }
    }

    private void onKey(KeyEvent key) {
        boolean isHandled = switch (key.getCode()) {
            case LEFT, RIGHT, UP, DOWN, HOME, END -> onArrow(key);
            case BACK_SPACE -> {
                remove();
                yield true;
            }
            case ESCAPE -> {
                if (!pane.stopFetching()) {
                    entry.requestFocus();
                }
                yield true;
            }
            default -> onOtherKey(key);
        };
        if (isHandled) {
            key.consume();
        }
    }

    private boolean onArrow(KeyEvent key) {
        if (key.isShortcutDown() || (key.isShiftDown() && key.isAltDown())) {
            return false;
        }
        int at = grid.selected().get();
        int target = at < 0 ? 0 : grid.cells().next(at, key.getCode());
        if (key.isAltDown()) {
            move(key.getCode());
        } else if (key.isShiftDown()) {
            grid.extendTo(target);
            pane.reveal(target);
        } else if (key.getCode() == KeyCode.UP && target == at) {
            entry.requestFocus();
        } else {
            select(target);
        }
        return true;
    }

    private boolean onOtherKey(KeyEvent key) {
        Optional<Action> pressed =
                actions().stream().filter(action -> action.matches(key)).findFirst();
        pressed.filter(Action::isEnabled).ifPresent(action -> action.run().run());
        return pressed.isPresent();
    }

    /** Moves the selected photos to where a key leads. */
    private void move(KeyCode key) {
        boolean isBack = key == KeyCode.RIGHT || key == KeyCode.DOWN || key == KeyCode.END;
        int edge = isBack ? grid.selectedCount() - 1 : 0;
        move(grid.cells().next(grid.first() + edge, key) - edge);
    }

    /** Moves the selected photos to another position. They stay selected. */
    void move(int to) {
        int count = grid.selectedCount();
        if (!pane.isLocked() && photos.move(grid.first(), count, to)) {
            grid.select(to, to + count - 1);
            pane.reveal(to);
        }
    }

    /** Removes the selected photos and selects the one that takes their position. */
    void remove() {
        int first = grid.first();
        if (!pane.isLocked() && first >= 0) {
            photos.remove(first, grid.selectedCount());
            select(first);
        }
    }

    private void undo() {
        photos.undo().ifPresent(this::select);
    }

    /** Selects the photo at a position, or else the last one, and moves the focus to it. */
    void select(int position) {
        int at = Math.min(position, photos.addresses().size() - 1);
        if (at < 0) {
            entry.requestFocus();
            return;
        }
        grid.select(at, at);
        grid.requestFocus();
        pane.reveal(at);
    }

    private void open() {
        int at = grid.selected().get();
        if (at >= 0 && at < photos.addresses().size()) {
            pane.open(at);
        }
    }

    /** Adds the files of a clipboard, or else its picture, or else its addresses. */
    void add(Clipboard clipboard) {
        if (!pane.isLocked() && !ClipboardPhotoReader.addTo(files, clipboard, chosen -> !chosen.isEmpty())) {
            photos.add(PhotoAddressField.addressesIn(clipboard));
        }
    }

    /** Copies the addresses of the selected photos. A photo that is not public yet has none. */
    private void copy() {
        String copied = grid.selectedLines().stream()
                .filter(line -> !PhotoPlaceholder.isPlaceholder(line))
                .collect(Collectors.joining("\n"));
        if (!copied.isEmpty()) {
            ClipboardText.text(copied);
        }
    }
}
