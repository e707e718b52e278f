package app.forecourt.model.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.model.store.Autosave;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.Template;
import app.forecourt.text.TextNormalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Templates of this installation: named drafts that new cars begin with. Used on the FX thread only. */
public final class TemplatesModel {
    /** Fields that belong to one particular car: its identity, dealership, age, mileage, price, tax and photos. */
    private static final Set<CarField> INDIVIDUAL_FIELDS = EnumSet.of(
            CarField.LICENSE_PLATE,
            CarField.VIN,
            CarField.INTERNAL_ID,
            CarField.DEALERSHIP_ID,
            CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.YEAR_OF_CONSTRUCTION,
            CarField.MILEAGE,
            CarField.SALES_PRICE,
            CarField.IS_TAX_DEDUCTIBLE,
            CarField.REST_BPM,
            CarField.SALES_PRICE_EX_VAT,
            CarField.TAX_AMOUNT,
            CarField.TRADE_PRICE,
            CarField.IMAGES);

    private static final Comparator<Template> BY_NAME =
            Comparator.comparing(Template::name, String.CASE_INSENSITIVE_ORDER);

    private final Autosave autosave;
    private final CarNameFormatter names;
    private final ObservableList<Template> templates = FXCollections.observableArrayList();
    private final ObservableList<Template> readOnlyView = FXCollections.unmodifiableObservableList(templates);
    private final ReadOnlyObjectWrapper<Optional<Change>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Last change of a template.
     *
     * @param before previous template, empty for a new one
     * @param after current template, empty after a deletion
     */
    public record Change(Optional<Template> before, Optional<Template> after) {
        /** Returns whether the template was saved, as a new one or in place of one with the same name. */
        public boolean isSaved() {
            return after.filter(current ->
                            before.stream().allMatch(previous -> previous.name().equals(current.name())))
                    .isPresent();
        }

        /** Returns the current or previous name of the template. */
        public String name() {
            return after.or(() -> before).map(Template::name).orElse("");
        }
    }

    /** @param names formatter of the templates' cars */
    public TemplatesModel(Autosave autosave, CarNameFormatter names) {
        this.autosave = autosave;
        this.names = names;
    }

    /** Returns the part of a draft that a template keeps. */
    public static CarDraft templateDraft(CarDraft car) {
        return car.without(INDIVIDUAL_FIELDS);
    }

    /** Adds the journal's templates. A template that is here already stays, because it is newer. */
    public void addStored(List<Template> stored) {
        Set<UUID> knownIds = Set.copyOf(templates.stream().map(Template::id).toList());
        Stream<Template> others = stored.stream().filter(template -> !knownIds.contains(template.id()));
        templates.setAll(
                Stream.concat(templates.stream(), others).sorted(BY_NAME).toList());
    }

    /** Removes all templates, so that they can be loaded again. */
    public void clear() {
        templates.clear();
        last.set(Optional.empty());
    }

    /** Returns all templates, sorted by name. */
    public ObservableList<Template> all() {
        return readOnlyView;
    }

    /** Returns the last change that can be undone. */
    public ReadOnlyObjectProperty<Optional<Change>> lastChange() {
        return last.getReadOnlyProperty();
    }

    /** Returns the templates that contain each of the typed words in their name or car name. */
    public List<Template> find(String typed) {
        List<String> words = Stream.of(
                        TextNormalizer.removeCaseAndAccents(typed).strip().split("\\s+"))
                .toList();
        return templates.stream()
                .filter(template -> words.stream().allMatch(text(template)::contains))
                .toList();
    }

    /** Returns the search text of a template. It has brand and model as typed too. */
    private String text(Template template) {
        return Stream.of(
                        template.name(),
                        carName(template),
                        template.draft().text(CarField.BRAND),
                        template.draft().text(CarField.MODEL))
                .map(TextNormalizer::removeCaseAndAccents)
                .collect(Collectors.joining(" "));
    }

    public String carName(Template template) {
        return carName(template.draft());
    }

    /** Returns brand, model and version of a draft. */
    public String carName(CarDraft car) {
        return names.nameWithVersion(car::text);
    }

    /** Returns the template with a name, ignoring case. */
    public Optional<Template> findByName(String name) {
        return templates.stream()
                .filter(template -> template.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Saves a draft as a template, and replaces a template of that name. */
    public void save(String name, CarDraft car) {
        Optional<Template> before = findByName(name);
        change(
                before,
                Optional.of(new Template(
                        before.map(Template::id).orElseGet(UUID::randomUUID), name.strip(), templateDraft(car))));
    }

    /** Renames a template, unless another one has that name. */
    public void rename(Template template, String name) {
        if (findByName(name)
                .filter(sameName -> !sameName.id().equals(template.id()))
                .isEmpty()) {
            change(Optional.of(template), Optional.of(new Template(template.id(), name.strip(), template.draft())));
        }
    }

    public void delete(Template template) {
        change(Optional.of(template), Optional.empty());
    }

    /** Undoes the last change. */
    public void undoLast() {
        last.get().ifPresent(done -> {
            Optional<Template> current = done.after();
            Optional<Template> previous = done.before();
            replace(current, previous);
        });
        last.set(Optional.empty());
    }

    private void change(Optional<Template> before, Optional<Template> after) {
        replace(before, after);
        last.set(Optional.of(new Change(before, after)));
    }

    private void replace(Optional<Template> before, Optional<Template> after) {
        Stream<Template> others = templates.stream().filter(template -> !before.equals(Optional.of(template)));
        // In one update, because views would lose the selected template between two.
        templates.setAll(Stream.concat(others, after.stream()).sorted(BY_NAME).toList());
        after.ifPresentOrElse(
                template -> autosave.enqueue(journal -> journal.saveTemplate(template)),
                () -> before.ifPresent(gone -> autosave.enqueue(journal -> journal.deleteTemplate(gone.id()))));
    }
}
