package app.forecourt.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** A jqwik hook for slow properties: the tries of their annotation in the proof, and an eighth of them otherwise. */
public class TriesOfProofHook implements AroundPropertyHook {
    private static final int SHARE = 8;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int tries = context.attributes().tries().orElseThrow();
        context.attributes().setTries(Cases.times(Math.max(1, tries / SHARE), tries));
        return property.execute();
    }
}
