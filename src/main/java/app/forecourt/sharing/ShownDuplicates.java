package app.forecourt.sharing;

import app.forecourt.sharing.server.ClaimResult;
import app.forecourt.sharing.server.UnsettledClaim;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The claims and submissions of other desks that the user was shown, because only those can be confirmed. May be used
 * from any thread.
 */
final class ShownDuplicates {
    /** The largest number that is kept. The user is asked again about an older one. */
    private static final int MOST = 100;

    private final Map<UUID, UnsettledClaim> claims = latest();
    /** The submissions by which the profile had the car when they were shown. */
    private final Set<UUID> there = Collections.newSetFromMap(latest());

    private static <V> Map<UUID, V> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
                return size() > MOST;
            }
        });
    }

    void add(UnsettledClaim claim) {
        claims.put(claim.id(), claim);
    }

    void add(ClaimResult.Duplicate duplicate) {
        if (duplicate.isThere()) {
            there.add(duplicate.submission().id());
        }
    }

    /** Returns true if a submission was shown as one by which the profile has the car. */
    boolean isThere(UUID submission) {
        return there.contains(submission);
    }

    /** Returns the claims with some ids, as they were shown. */
    Set<UnsettledClaim> claims(Set<UUID> ids) {
        return ids.stream().map(claims::get).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    }

    void removeClaims(Set<UUID> ids) {
        ids.forEach(claims::remove);
    }

    int claimCount() {
        return claims.size();
    }
}
