package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.ValueOrigin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * What others say of the car in the form: the register, and its own number. They fill what is empty, and what they
 * filled has a mark that says so until it is touched; what is typed is never changed, only told of where they differ.
 */
public final class ExternalValues {
    /** Fields that are marked as another car's until they are changed, because two cars seldom share their values. */
    public static final List<CarField> CARRIED_OVER = List.of(CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.YEAR_OF_CONSTRUCTION, CarField.DESCRIPTION);

    /** What tells one car from another at a glance. */
    private static final List<CarField> NAMES = List.of(CarField.BRAND, CarField.MODEL);

    private final CarFormModel form;
    private final ObservableMap<CarField, Mark> marks = FXCollections
            .observableMap(new EnumMap<>(CarField.class));
    private final ObservableList<ExternalValue> heard = FXCollections.observableArrayList();

    /**
     * The mark of a text that stands in the form since somebody said so.
     *
     * @param before what stood there before
     */
    public record Mark(ValueOrigin source, String text, String before) {}

    /** All of it about one car, while another one is in the form. */
    public record Kept(Map<CarField, Mark> marks, List<ExternalValue> heard) {
        public static final Kept NOTHING = new Kept(Map.of(), List.of());

        public Kept {
            marks = Map.copyOf(marks);
            heard = List.copyOf(heard);
        }
    }

    ExternalValues(CarFormModel form) {
        this.form = form;
    }

    /** The fields that stand as somebody else said. */
    public ObservableMap<CarField, Mark> marks() {
        return marks;
    }

    /** All that the register says, whether it stands there or not. */
    public ObservableList<ExternalValue> values() {
        return heard;
    }

    /** Who said what stands in a field, if nobody touched it since. */
    public Optional<ValueOrigin> source(CarField field) {
        return Optional.ofNullable(marks.get(field)).map(Mark::source);
    }

    /** What the register says of a field, if that is not what stands there. */
    public Optional<ExternalValue> differingValue(CarField field) {
        return heard.stream().filter(any -> any.field() == field)
                .filter(any -> form.understood(field).filter(any.said().value()::equals).isEmpty())
                .findFirst();
    }

    /** The fields with another text than the register has for them, in form order. */
    public List<CarField> differingFields() {
        return heard.stream().map(ExternalValue::field).filter(field -> !isEmpty(field))
                .filter(field -> differingValue(field).isPresent()).toList();
    }

    /** What of it she should look at before she sends. */
    List<Problem> problems() {
        Stream<Problem> named = NAMES.stream().filter(field -> !isEmpty(field)).map(this::differingValue)
                .flatMap(Optional::stream)
                .map(said -> Problem.of(said.field(), ProblemCode.REGISTER_DIFFERS, said.text()));
        return Stream.concat(named, marks.entrySet().stream()
                .filter(mark -> mark.getValue().source() == ValueOrigin.CARRIED_OVER)
                .map(mark -> Problem.of(mark.getKey(), ProblemCode.TEXT_OF_ANOTHER_CAR))).toList();
    }

    /** The empty fields for which the register has something that is not good enough to be filled in, in form order. */
    public List<CarField> offered() {
        return heard.stream().filter(any -> !any.said().sure()).map(ExternalValue::field)
                .filter(this::isEmpty)
                .toList();
    }

    /**
     * The register has spoken: what is sure goes into empty fields.
     *
     * @return how many were filled
     */
    public int applyExternalValues(List<ExternalValue> said) {
        heard.setAll(said);
        List<ExternalValue> filling = said.stream().filter(any -> any.said().sure() && isEmpty(any.field()))
                .toList();
        filling.forEach(one -> mark(one.said(), one.text()).set(one.text()));
        return filling.size();
    }

    /** She takes what is said of a field, whatever stands there. */
    public void accept(ExternalValue one) {
        mark(one.said(), one.text());
        form.type(one.field(), one.text());
    }

    /**
     * Puts into a field what the car before had there.
     *
     * @param marked whether the field says so
     */
    public void remember(CarField field, String text, boolean marked) {
        if (marked) {
            marks.put(field, new Mark(ValueOrigin.EARLIER_CAR, text, text));
        } else {
            marks.remove(field);
        }
        form.text(field).set(text);
    }

    /** The text that stands in a field is another car's. */
    void carriedOver(CarField field) {
        String text = form.text(field).get();
        marks.put(field, new Mark(ValueOrigin.CARRIED_OVER, text, text));
    }

    /** All that is known of the car in the form. */
    public Kept kept() {
        return new Kept(marks, heard);
    }

    /** The car of which that is known is in the form again; what was changed meanwhile has no mark any more. */
    public void restore(Kept kept) {
        kept.marks().forEach((field, mark) -> {
            if (mark.text().equals(form.text(field).get())) {
                marks.put(field, mark);
            }
        });
        heard.setAll(kept.heard());
    }

    /** Marks a field before the text is there: the field tells of both then. */
    private StringProperty mark(SourcedValue said, String text) {
        StringProperty field = form.text(said.field());
        marks.put(said.field(), new Mark(said.source(), text, field.get()));
        return field;
    }

    /** What the register said is about another car. */
    public void forget() {
        heard.clear();
    }

    /** The same, and what stands there because of it goes: each field is as it was before, unless it was touched. */
    public void undo() {
        forget();
        Map.copyOf(marks).forEach((field, mark) -> {
            if (mark.source().isRegister()) {
                form.text(field).set(mark.before());
            }
        });
    }

    /** Whether there is anything to be taken back. */
    public boolean hasFilled() {
        return marks.values().stream().anyMatch(mark -> mark.source().isRegister());
    }

    /** Another car is in the form. */
    void clear() {
        forget();
        marks.clear();
    }

    /** A field was changed. A number that has become whole names the maker, and one that is mended another. */
    void typed(CarField field) {
        Mark mark = marks.get(field);
        if (mark != null && !mark.text().equals(form.text(field).get())) {
            marks.remove(field);
        }
        if (field == CarField.VIN
                && (isEmpty(CarField.BRAND)
                        || source(CarField.BRAND).filter(ValueOrigin.VIN::equals).isPresent())) {
            form.maker().ifPresent(maker -> {
                String name = maker.value().toString();
                mark(maker, name).set(name);
            });
        }
    }

    private boolean isEmpty(CarField field) {
        return form.text(field).get().isBlank();
    }
}
