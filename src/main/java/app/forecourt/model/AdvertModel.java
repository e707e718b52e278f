package app.forecourt.model;

import app.forecourt.advert.Advert;
import app.forecourt.advert.AdvertSource;
import app.forecourt.advert.BlockRepository;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
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

/** What adverts of the car in the form are made of. Used on the window's thread only. */
public final class AdvertModel {
    private final CarFormModel form;
    private final BlockRepository blocks;
    private final Vocabulary vocabulary;
    private final Language window;
    private final TaskRunner background;
    private @Nullable OptionLabels labels;

    /** @param locale the window's language, in which adverts are written until another was chosen */
    public AdvertModel(CarFormModel form, BlockRepository blocks, Vocabulary vocabulary, Locale locale,
            TaskRunner background) {
        this.form = form;
        this.blocks = blocks;
        this.vocabulary = vocabulary;
        this.window = Language.of(locale);
        this.background = background;
    }

    /** Has the words of adverts, of blocks and of options read, the first time, and goes on then. */
    public void whenLoaded(Runnable then) {
        if (labels != null) {
            then.run();
        } else {
            background.run(() -> {
                // What is in those files stays at hand.
                blocks.all(window);
                return new OptionLabels();
            }, read -> {
                labels = read;
                then.run();
            });
        }
    }

    /** The car as it stands in the form, and as it stays whatever comes there; once it is {@link #whenLoaded}. */
    public Advert advert(Language language) {
        Map<CarField, Object> understood = new EnumMap<>(CarField.class);
        for (CarField field : CarField.values()) {
            form.understood(field).ifPresent(value -> understood.put(field, value));
        }
        return new Advert(
                new AdvertSource(field -> Optional.ofNullable(understood.get(field)), options(),
                        form.dealership()),
                vocabulary, Objects.requireNonNull(labels), language);
    }

    /** Whether a description can be built for it: one that is on its way or there keeps what it was sent with. */
    public boolean canDescribe() {
        return !form.isReadOnly();
    }

    /** By their pretty names, from whichever list knows one. */
    private List<CarOption> options() {
        Optional<KnownOptions> known = form.knownOptions().get();
        return form.options().stream().map(name -> known
                .map(list -> new CarOption(name, list.prettyName(name)))
                .orElseGet(() -> CarOption.unlisted(name)))
                .toList();
    }

    /** The language that is written in. */
    public Language language() {
        return blocks.language().orElse(window);
    }

    /** Writes in another language from now on. */
    public void choose(Language language) {
        if (language != language()) {
            blocks.put(language);
        }
    }

    /** This desk's building blocks. */
    public BlockRepository blocks() {
        return blocks;
    }

    /** The language in which the program names its own blocks. */
    public Language window() {
        return window;
    }

    /** Does what blocks elsewhere, then goes on here; after a fault too, of which the program tells. */
    public <T> void elsewhere(Callable<T> blocking, Consumer<T> then, Runnable failed) {
        background.run(blocking, then, fault -> failed.run());
    }
}
