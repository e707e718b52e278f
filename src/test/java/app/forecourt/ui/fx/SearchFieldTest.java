package app.forecourt.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Test of {@link SearchField}: the cross is there with the text and clears the text. */
@Execution(ExecutionMode.SAME_THREAD)
class SearchFieldTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void crossClearsTheText() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            SearchField field = new SearchField();
            assertNotNull(field.getLeft());
            assertNull(field.getRight(), "nothing to clear");
            field.setText("airco");
            Node cross = Objects.requireNonNull(field.getRight());
            cross.fireEvent(
                    new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false,
                            false, false, false, true, false, false, true, false, true, null));
            assertEquals("", field.getText());
            assertNull(field.getRight());
        });
    }
}
