package app.forecourt.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;

/**
 * Benchmark of the window with the cars of {@code forecourt.home}, whose number is the argument. Must be started
 * headless, as the window tests are.
 */
public final class ManyCarsMain {
    private ManyCarsMain() {}

    public static void main(String[] args) throws Exception {
        int cars = Integer.parseInt(args[0]);
        try (var window = new MeasuredWindow()) {
            // The list has a heading in addition to the cars.
            window.phase("first frame to all cars", () -> window.until(() -> window.rows("stock") > cars));
            window.phase("search", () -> window.type("stockSearch", List.of("golf seb-123", "golf seb-123")));
            window.phase("sort", () -> {
                var orders = ((MenuButton) window.scene.lookup("#stockOrder")).getItems();
                for (int order = orders.size() - 1; order >= 0; order--) {
                    window.run(orders.get(order)::fire);
                }
            });
            window.phase("scroll", () -> window.scroll("stock", Math.max(1, cars / 60)));
            window.phase("typing", () -> window.type("brand", List.of("volkswagen", "volkswagen")));
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "heap: %.1f MB%n",
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        }
        System.exit(0);
    }
}
