package app.forecourt.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Takes how often a property is tried, and from which seed, from outside: an annotation can only hold constants. Maven
 * hands on {@code -Ddrafts} and {@code -Ddrafts.seed}; an IDE and PIT, which don't, try a few times only.
 */
public class TriesAndSeed implements AroundPropertyHook {
    private static final int FEW = 1_000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context,
            PropertyExecutor property) {
        context.attributes().setTries(tries());
        context.attributes().setSeed(System.getProperty("forecourt.drafts.seed", "1"));
        return property.execute();
    }

    int tries() {
        return Integer.getInteger("forecourt.drafts", FEW);
    }
}
