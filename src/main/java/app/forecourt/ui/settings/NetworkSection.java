package app.forecourt.ui.settings;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** Settings section for the proxy. */
final class NetworkSection implements SettingsSection {
    private static final String MANUAL = "manual";

    private final Preferences preferences;
    private final SettingComboBox proxy;
    private final SettingField host;
    private final SettingField port;
    private final SettingsGrid view = new SettingsGrid();

    NetworkSection(Preferences preferences, Messages messages) {
        this.preferences = preferences;
        proxy = new SettingComboBox(Setting.PROXY, List.of("system", MANUAL, "none"),
                preferences.get(Setting.PROXY),
                value -> messages.get("settings.proxy." + value));
        host = new SettingField(Setting.PROXY_HOST, preferences, messages);
        port = new SettingField(Setting.PROXY_PORT, preferences, messages);
        host.setValidator(
                () -> note(ProxyAddress.isHost(host.text()), messages.get("settings.proxyHost.wrong")));
        port.setValidator(() -> note(ProxyAddress.port(port.text()).isPresent(),
                messages.get("settings.proxyPort.wrong")));
        port.input().setPrefColumnCount(6);
        port.input().setMaxWidth(Control.USE_PREF_SIZE);
        view.add(messages.get("settings.proxy"), proxy, proxy);
        SettingsGrid manualProxy = new SettingsGrid();
        host.addTo(manualProxy, "");
        port.addTo(manualProxy, "");
        view.add(manualProxy, 0, view.getRowCount(), 2, 1);
        view.add(SettingsGrid.hint(messages.get("settings.proxy.hint")));
        // Hidden only after the hint has its row, because getRowCount() ignores unmanaged nodes.
        manualProxy.visibleProperty().bind(proxy.valueProperty().isEqualTo(MANUAL));
        manualProxy.managedProperty().bind(manualProxy.visibleProperty());
    }

    private static SettingField.Note note(boolean right, String wrong) {
        return new SettingField.Note(right ? "" : wrong, !right);
    }

    @Override
    public String key() {
        return "network";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Stream<? extends Control> invalidControls() {
        return Stream.of(host, port).filter(field -> isManual() && field.isInvalid())
                .map(SettingField::input);
    }

    private boolean isManual() {
        return MANUAL.equals(proxy.getValue());
    }

    @Override
    public void save() {
        preferences.put(Setting.PROXY, proxy.getValue());
        if (isManual()) {
            preferences.put(Setting.PROXY_HOST, host.text());
            preferences.put(Setting.PROXY_PORT, port.text());
        }
    }
}
