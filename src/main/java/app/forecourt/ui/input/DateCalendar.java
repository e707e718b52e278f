package app.forecourt.ui.input;

import app.forecourt.car.FieldLimits;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.CalendarSkin;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The calendar of a date field: one month in the language of the window. A click, Enter or Space picks a day.
 *
 * <p>
 * AtlantaFX draws the month. Its keys move by month only, and its language is that of the computer.
 */
final class DateCalendar extends Calendar {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    private final Messages messages;
    private final Consumer<LocalDate> picked;
    private final Month month;
    /** The day that Enter picks. */
    private LocalDate marked;

    /**
     * Creates the calendar.
     *
     * @param name name for screen readers
     * @param picked receives the day that the user picks
     */
    DateCalendar(Messages messages, String name, Consumer<LocalDate> picked) {
        this.messages = messages;
        this.picked = picked;
        marked = messages.today();
        // The style classes here are not those of the theme, which lacks calendars.
        getStyleClass().setAll("date-calendar");
        setChronology(IsoChronology.INSTANCE);
        setDayCellFactory(_ -> new DayCell());
        month = new Month();
        setSkin(month);
        // AtlantaFX handles keys of its own here, and keeps all others from the field.
        setOnKeyPressed(null);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setFocusTraversable(false);
        setAccessibleText(name);
    }

    /**
     * Shows a month and marks a day of it.
     *
     * @param chosen day of the field; null if the field has none
     */
    void show(LocalDate day, @Nullable LocalDate chosen) {
        setValue(chosen);
        month.refresh();
        mark(day);
    }

    /** Handles the keys that move in the calendar or pick a day. All other keys belong to the field. */
    private void onKey(KeyEvent key) {
        ChronoUnit page = key.isShiftDown() || key.isShortcutDown() ? ChronoUnit.YEARS : ChronoUnit.MONTHS;
        Runnable action = switch (key.getCode()) {
            case LEFT -> () -> mark(marked.minusDays(1));
            case RIGHT -> () -> mark(marked.plusDays(1));
            case UP -> () -> mark(marked.minusWeeks(1));
            case DOWN -> () -> mark(marked.plusWeeks(1));
            case PAGE_UP -> () -> mark(marked.minus(1, page));
            case PAGE_DOWN -> () -> mark(marked.plus(1, page));
            case ENTER, SPACE -> key.isShortcutDown() ? null : () -> picked.accept(marked);
            default -> null;
        };
        if (action != null) {
            key.consume();
            action.run();
        }
    }

    /** Marks a day. Without such a day for a car, marks the nearest one. */
    private void mark(LocalDate day) {
        LocalDate today = messages.today();
        marked = day.isBefore(FieldLimits.FIRST_CAR) ? FieldLimits.FIRST_CAR
                : day.isAfter(today) ? today : day;
        month.goToDate(marked, true);
    }

    private Button step(Feather icon, String labelKey, int count, ChronoUnit unit) {
        Button button = Icons.button(icon, messages.get(labelKey), () -> mark(marked.plus(count, unit)));
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return month;
    }

    /** The month with its own row of buttons, for years too. */
    private final class Month extends CalendarSkin {
        Month() {
            super(DateCalendar.this);
            rootPane.getStyleClass().setAll("month");
            calendarGrid.getStyleClass().setAll("day-grid");
            calendarGrid.setFocusTraversable(false);
            HBox title = new HBox(monthLabel, yearLabel);
            title.getStyleClass().add("month-title");
            HBox.setHgrow(title, Priority.ALWAYS);
            HBox head = new HBox(step(Feather.CHEVRONS_LEFT, "date.year.previous", -1, ChronoUnit.YEARS),
                    step(Feather.CHEVRON_LEFT, "date.month.previous", -1, ChronoUnit.MONTHS), title,
                    step(Feather.CHEVRON_RIGHT, "date.month.next", 1, ChronoUnit.MONTHS),
                    step(Feather.CHEVRONS_RIGHT, "date.year.next", 1, ChronoUnit.YEARS));
            head.getStyleClass().add("month-head");
            rootPane.getChildren().set(0, head);
        }

        @Override
        public Locale getLocale() {
            return messages.locale();
        }

        @Override
        public void selectDayCell(DateCell cell) {
            picked.accept(cell.getItem());
        }
    }

    private final class DayCell extends DateCell {
        DayCell() {
            setAccessibleRole(AccessibleRole.BUTTON);
        }

        @Override
        public void updateItem(LocalDate day, boolean empty) {
            super.updateItem(day, empty);
            setDisable(day.isBefore(FieldLimits.FIRST_CAR) || day.isAfter(messages.today()));
            pseudoClassStateChanged(TODAY, day.equals(messages.today()));
        }

        /** Returns a skin without keys. JavaFX's own skin expects the calendar of JavaFX around it. */
        @Override
        protected Skin<?> createDefaultSkin() {
            return new CellSkinBase<>(this);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute,
                Object... parameters) {
            return attribute == AccessibleAttribute.TEXT && getItem() != null ? messages.value(getItem())
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
