package app.forecourt;

import java.util.List;

/**
 * The layers of the packages. {@link ArchitectureTest} holds the code to them, and {@link LayersPictureTest} draws them
 * for the manual. A class may use classes of lower layers and of its own package.
 */
final class PackageLayers {
    /** The groups from top to bottom. */
    static final List<Group> GROUPS = List.of(
            new Group("Start", List.of(List.of(""), List.of("start"), List.of("home"))),
            new Group(
                    "Window",
                    List.of(
                            List.of("ui.window"),
                            List.of("ui.advert", "ui.send", "ui.settings", "ui.stock"),
                            List.of("ui.form", "ui.options", "ui.transfer"),
                            List.of("ui.photos", "ui.dialog", "ui.input"),
                            List.of("ui.keys"),
                            List.of("ui.words"),
                            List.of("ui.fx"))),
            new Group(
                    "Model",
                    List.of(
                            List.of("model"),
                            List.of("model.send", "model.sharing"),
                            List.of("model.cars"),
                            List.of("model.options", "model.photos", "model.stock"),
                            List.of("model.connection"),
                            List.of("model.store"),
                            List.of("model.form"))),
            new Group(
                    "Services",
                    List.of(
                            List.of("sharing"),
                            List.of("send", "transfer", "upload"),
                            List.of("journal"),
                            List.of("journal.database"),
                            List.of("connection", "history", "sharing.merge", "sharing.server"),
                            List.of("stock"))),
            new Group(
                    "Servers",
                    List.of(
                            List.of("autochat", "register", "photo", "photo.store"),
                            List.of("autochat.json", "autochat.token"),
                            List.of("secret"),
                            List.of("http", "practice", "photo.prepare"))),
            new Group(
                    "Domain",
                    List.of(
                            List.of("card"),
                            List.of("advert"),
                            List.of("car.check", "settings"),
                            List.of("option.paste"),
                            List.of("option"),
                            List.of("car.vocabulary"),
                            List.of("car"))),
            new Group("Tools", List.of(List.of("text", "concurrent", "file"))));

    /** All layers from top to bottom. The names are relative to {@code app.forecourt}. */
    static final List<List<String>> ALL =
            GROUPS.stream().flatMap(group -> group.layers().stream()).toList();

    private PackageLayers() {}

    /**
     * Adjacent layers with a name for the reader. The name has no meaning for the rules.
     *
     * @param layers the layers from top to bottom
     */
    record Group(String name, List<List<String>> layers) {}
}
