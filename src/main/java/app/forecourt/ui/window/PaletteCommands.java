package app.forecourt.ui.window;

import app.forecourt.model.AppModel;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.keys.PaletteCommand;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.settings.SettingsTopic;
import app.forecourt.ui.stock.WindowMenu;
import app.forecourt.ui.transfer.ExportRestoreActions;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * All actions of the window for the command palette. They come from the menu, the accelerators, the environments and
 * the sections of the settings, so that the palette lacks none of these.
 */
final class PaletteCommands {
    private final AppModel model;
    private final Messages messages;
    private final ExportRestoreActions importExport;
    private final WindowActions actions;

    PaletteCommands(WindowContext context, WindowActions actions) {
        this.model = context.model();
        this.messages = context.messages();
        this.importExport = context.importExport();
        this.actions = actions;
    }

    /** Returns the commands for the current state, in the window's language. */
    List<PaletteCommand> all() {
        List<PaletteCommand> menu = new WindowMenu(model, messages, importExport, actions)
                .items().stream()
                        .flatMap(PaletteCommands::leaves)
                        .map(this::ofMenuItem)
                        .toList();
        List<PaletteCommand> commands = new ArrayList<>();
        commands.addAll(menu);
        commands.add(ofShortcut(WindowShortcut.SEND).onlyIf(isDraft(), messages.get("menu.why.draft")));
        List<String> listed = menu.stream().map(PaletteCommand::keys).toList();
        Stream.of(WindowShortcut.values())
                .filter(shortcut -> shortcut != WindowShortcut.PALETTE && shortcut != WindowShortcut.SEND)
                .filter(shortcut -> !listed.contains(shortcut.keyText(messages)))
                .map(this::ofShortcut)
                .forEach(commands::add);
        Stream.of(Profile.values()).map(this::ofProfile).forEach(commands::add);
        Profile profile = model.profile().get();
        commands.add(
                new PaletteCommand("dashboard", messages.get("outcome.dashboard"), () -> actions.openDashboard(profile))
                        .onlyIf(
                                profile != Profile.PRACTICE,
                                messages.get("palette.why.practice", messages.name(Profile.PRACTICE))));
        StockFilterModel filter = model.cars().stock().filter();
        Stream.of(StockOrder.values())
                .map(order -> choice(
                        "order-" + Messages.key(order),
                        messages.get("palette.order", messages.get("order." + Messages.key(order))),
                        order,
                        filter.order()))
                .forEach(commands::add);
        Stream.of(StockFilterModel.Filter.values())
                .map(shown -> choice(
                        "filter-" + Messages.key(shown),
                        messages.get("palette.show", messages.get("filter." + Messages.key(shown))),
                        shown,
                        filter.filter()))
                .forEach(commands::add);
        commands.add(new PaletteCommand("stockWidth", messages.get("stock.width"), actions::focusSplitter));
        commands.add(
                new PaletteCommand("loadOptions", messages.get("palette.options"), model.profileModel()::loadOptions));
        commands.add(new PaletteCommand(
                        "undoSending",
                        messages.get("palette.undo"),
                        () -> model.sendWorkflow().undo())
                .withKeys(messages.get("keys.undo_sending.press"))
                .onlyIf(model.sendWorkflow().delay().count() > 0, messages.get("palette.why.delay")));
        Stream.of(SettingsTopic.values()).map(this::ofSection).forEach(commands::add);
        return commands;
    }

    private boolean isDraft() {
        return model.cars().current().status().get() == SendingStatus.DRAFT;
    }

    /**
     * Returns the actions of a menu. A tick is none: the first match of a search must not tick off an advert unseen.
     */
    private static Stream<MenuItem> leaves(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(PaletteCommands::leaves)
                : Stream.of(item).filter(leaf -> !(leaf instanceof SeparatorMenuItem || leaf instanceof CheckMenuItem));
    }

    private PaletteCommand ofMenuItem(MenuItem item) {
        String keys = item.getAccelerator() == null
                ? ""
                : Stream.of(WindowShortcut.values())
                        .filter(shortcut -> shortcut.shortKeyText(messages)
                                .equals(item.getAccelerator().getDisplayText()))
                        .map(shortcut -> shortcut.keyText(messages))
                        .findFirst()
                        .orElse("");
        boolean canRun = item.isVisible() && !item.isDisable();
        return new PaletteCommand(item.getId(), item.getText(), item::fire)
                .withKeys(keys)
                .onlyIf(canRun, Objects.requireNonNullElse((String) item.getUserData(), messages.get("menu.why.now")));
    }

    private PaletteCommand ofShortcut(WindowShortcut shortcut) {
        String description = shortcut.description(messages);
        String title = switch (shortcut) {
            case SEND ->
                messages.get(
                        model.correctionWorkflow().isCorrecting() ? "send.correction" : "send.to",
                        messages.upperCaseName(model.profile().get()));
            case MENU -> messages.get("palette.menu");
            default -> description.substring(0, 1).toUpperCase(messages.locale()) + description.substring(1);
        };
        PaletteCommand command = new PaletteCommand(Messages.key(shortcut), title, () -> actions.run(shortcut))
                .withKeys(shortcut.keyText(messages))
                .withWords(description);
        return switch (shortcut) {
            case NEXT_PROBLEM, PREVIOUS_PROBLEM ->
                command.onlyIf(
                        !model.form().problems().visible().isEmpty()
                                || (isDraft()
                                        && !model.photosWithRemarks()
                                                .positions()
                                                .get()
                                                .isEmpty()),
                        messages.get("palette.why.problems"));
            case PASTE_LIST, CHOOSE_PHOTOS -> command.onlyIf(isDraft(), messages.get("menu.why.draft"));
            default -> command;
        };
    }

    private PaletteCommand ofProfile(Profile profile) {
        return new PaletteCommand(
                        "profile-" + profile.key(),
                        messages.get("palette.profile", messages.name(profile)),
                        () -> model.selectProfile(profile))
                .onlyIf(model.profile().get() != profile, messages.get("palette.why.profile"));
    }

    private <T> PaletteCommand choice(String id, String title, T value, ObjectProperty<T> chosen) {
        return new PaletteCommand(id, title, () -> chosen.set(value))
                .onlyIf(chosen.get() != value, messages.get("palette.why.profile"));
    }

    private PaletteCommand ofSection(SettingsTopic section) {
        return new PaletteCommand(
                        "settings-" + Messages.key(section),
                        messages.get("settings.title") + " › " + section.title(messages),
                        () -> actions.showSettings(Messages.key(section)))
                .withWords(section.labels(messages));
    }
}
