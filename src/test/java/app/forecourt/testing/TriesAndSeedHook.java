package app.forecourt.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * A jqwik hook that reads the number of tries and the seed from system properties. An annotation can only contain
 * constants. Maven passes {@code -Ddrafts} and {@code -Ddrafts.seed}. An IDE and PIT don't, and try fewer times.
 */
public class TriesAndSeedHook implements AroundPropertyHook {
    private static final int DEFAULT_TRIES = 1_000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().setTries(tries());
        context.attributes().setSeed(System.getProperty("forecourt.drafts.seed", "1"));
        return property.execute();
    }

    int tries() {
        return Integer.getInteger("forecourt.drafts", DEFAULT_TRIES);
    }
}
