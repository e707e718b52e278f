package app.forecourt.model;

import app.forecourt.advert.Advert;
import app.forecourt.advert.AdvertSource;
import app.forecourt.advert.BlockRepository;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Model of the advert dialogs: the advert texts of the car in the form. Used on the FX thread only. */
public final class AdvertModel {
    private final CarFormModel form;
    private final BlockRepository blocks;
    private final Vocabulary vocabulary;
    private final Language windowLanguage;
    private final TaskRunner taskRunner;
    private @Nullable OptionLabels labels;

    /** @param locale the window's language, used for adverts until the user chooses another */
    public AdvertModel(
            CarFormModel form, BlockRepository blocks, Vocabulary vocabulary, Locale locale, TaskRunner taskRunner) {
        this.form = form;
        this.blocks = blocks;
        this.vocabulary = vocabulary;
        this.windowLanguage = Language.of(locale);
        this.taskRunner = taskRunner;
    }

    /** Loads the advert texts, the blocks and the option labels if needed, then runs the action on the FX thread. */
    public void whenLoaded(Runnable done) {
        if (labels != null) {
            done.run();
        } else {
            taskRunner.run(
                    () -> {
                        // Loads the texts of the blocks into their cache, off the FX thread.
                        blocks.blocks(windowLanguage);
                        return new OptionLabels();
                    },
                    loaded -> {
                        labels = loaded;
                        done.run();
                    });
        }
    }

    /**
     * Returns an advert of the car in the form. The advert is a snapshot: later changes of the form don't affect it.
     *
     * @throws NullPointerException before {@link #whenLoaded} has finished
     */
    public Advert advert(Language language) {
        Map<CarField, Object> understood = new EnumMap<>(CarField.class);
        for (CarField field : CarField.values()) {
            form.parsed().value(field).ifPresent(value -> understood.put(field, value));
        }
        // As typed, because the parsed name of an unknown model has lost its capitals.
        List.of(CarField.BRAND, CarField.MODEL)
                .forEach(field -> understood.computeIfPresent(
                        field, (_, _) -> form.text(field).getValueSafe()));
        return new Advert(
                new AdvertSource(field -> Optional.ofNullable(understood.get(field)), options(), form.dealership()),
                vocabulary,
                Objects.requireNonNull(labels),
                language);
    }

    /**
     * Returns whether a description can be built. A car that is being sent or was sent keeps the description it was
     * sent with.
     */
    public boolean canBuildDescription() {
        return !form.isReadOnly();
    }

    /** Returns the chosen options with display names. An option that no list knows is returned as unlisted. */
    private List<CarOption> options() {
        Optional<AvailableOptions> knownOptions = form.knownOptions().get();
        return form.options().stream()
                .map(name -> knownOptions
                        .map(list -> new CarOption(name, list.prettyName(name)))
                        .orElseGet(() -> CarOption.unlisted(name)))
                .toList();
    }

    /** Returns the language of the advert texts. */
    public Language language() {
        return blocks.language().orElse(windowLanguage);
    }

    /** Stores the language of the advert texts. */
    public void setLanguage(Language language) {
        if (language != language()) {
            blocks.store(language);
        }
    }

    /** Returns the description blocks of this installation. */
    public BlockRepository blocks() {
        return blocks;
    }

    /** Returns the window's language, in which the built-in blocks are named. */
    public Language windowLanguage() {
        return windowLanguage;
    }

    /**
     * Runs a blocking task in the background and passes the result on the FX thread.
     *
     * @param failed runs on the FX thread after an exception, which also reaches the uncaught exception handler
     */
    public <T> void runInBackground(Callable<T> blocking, Consumer<T> done, Runnable failed) {
        taskRunner.run(blocking, done, fault -> failed.run());
    }
}
