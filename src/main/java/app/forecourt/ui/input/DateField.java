package app.forecourt.ui.input;

import app.forecourt.car.FieldLimits;
import app.forecourt.text.DateParser;
import app.forecourt.text.ValueFormatter;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A text field for a date, with a button that opens a calendar. By keys, Down opens it. The calendar writes a picked
 * day into the field, and changes nothing otherwise.
 *
 * <p>
 * JavaFX's DatePicker replaces what was typed when the field loses the focus.
 */
public final class DateField extends PopupField {
    private final Messages messages;
    private final String name;
    private final Supplier<String> year;
    private @Nullable DateCalendar calendar;
    private @Nullable FieldPopup popup;

    /**
     * Creates the field. The calendar is created when it is opened for the first time.
     *
     * @param year year of the car as typed; the calendar opens there if the field has no date
     */
    public DateField(Messages messages, String name, Supplier<String> year) {
        super(Icons.of(Feather.CALENDAR), messages.get("date.open", name));
        this.messages = messages;
        this.name = name;
        this.year = year;
        setOnButton(() -> {
            requestFocus();
            if (popup != null && popup.isShowingOrJustHidden()) {
                popup.hide();
            } else {
                showCalendar();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !key.isConsumed()) {
                key.consume();
                showCalendar();
            }
        });
    }

    private void showCalendar() {
        if (!isEditable()) {
            return;
        }
        if (calendar == null || popup == null) {
            calendar = new DateCalendar(messages, name, this::replaceInput);
            calendar.addEventFilter(KeyEvent.KEY_PRESSED, this::onCalendarKey);
            popup = new FieldPopup(this, calendar);
        }
        popup.show();
        Optional<LocalDate> typed = DateParser.parse(getText(), messages.today());
        calendar.show(typed.or(this::likelyDay).orElse(messages.today()), typed.orElse(null));
    }

    /** Returns the day that the user may mean, or the first one of the typed year. */
    private Optional<LocalDate> likelyDay() {
        return DateParser.suggest(getText(), FieldLimits.FIRST_CAR, messages.today())
                .flatMap(day -> DateParser.parse(day, messages.today())).or(() -> {
                    try {
                        return Optional.of(Year.parse(year.get().strip()).atDay(1));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                });
    }

    private void replaceInput(LocalDate day) {
        hideCalendar();
        // Setting the text instead would clear the undo history of Ctrl+Z.
        replaceText(0, getLength(), ValueFormatter.formatDate(day, messages.locale()));
    }

    private void hideCalendar() {
        if (popup != null) {
            popup.hide();
        }
    }

    /** Closes the calendar at each key that does not move in it. Such a key goes on to the field. */
    private void onCalendarKey(KeyEvent key) {
        if (key.isConsumed() || key.getCode().isModifierKey()) {
            return;
        }
        hideCalendar();
        switch (key.getCode()) {
            case ESCAPE -> key.consume();
            case TAB -> {
                key.consume();
                requestFocusTraversal(
                        key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
            default -> {
            }
        }
    }
}
