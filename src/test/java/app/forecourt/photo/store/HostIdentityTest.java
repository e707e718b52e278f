package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tests of the identities of hosts and of those that the user accepted. */
class HostIdentityTest {
    /** The key of github.com and its fingerprint, from its page "GitHub's SSH key fingerprints". */
    private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private static final String FINGERPRINT = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";

    private final HostIdentity identity =
            HostIdentity.ofSshKey("GitHub.com", 22, Base64.getDecoder().decode(KEY));

    @Test
    void sshFingerprintIsThatOfOpenSsh() {
        assertEquals(FINGERPRINT, identity.fingerprint());
        assertEquals("ssh-ed25519", identity.description());
    }

    @Test
    void onlyTheSameIdentityOfTheSameHostIsAccepted() {
        AcceptedInMemory identities = new AcceptedInMemory();
        assertFalse(identities.isAccepted(identity));

        identities.accept(identity);

        assertTrue(identities.isAccepted(
                HostIdentity.ofSshKey("github.com", 22, Base64.getDecoder().decode(KEY))));
        assertFalse(identities.isAccepted(HostIdentity.ofSshKey("github.com", 22, new byte[] {0, 0, 0, 1, 'x'})));
        assertFalse(identities.isAccepted(
                HostIdentity.ofSshKey("github.com", 23, Base64.getDecoder().decode(KEY))));
    }
}
